const MOST = 80;
const LONG = new RegExp(String.raw`\S{${MOST + 1}}`, 'u');
const STRETCH = new RegExp(String.raw`\S{1,${MOST}}\s*|\s+`, 'gu');

/**
 * A text in stretches after each of which a line may be broken. Nearly always that is one stretch, the text itself; only where
 * a word is longer than any line is it cut, since browsers take half a minute over one of 100,000 characters.
 */
export function breakable(text: string): readonly string[] {
  return LONG.test(text) ? (text.match(STRETCH) ?? []) : [text];
}
