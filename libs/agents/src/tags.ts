/** A text cut at the tags that structure a reply: `<thinking>` (or `<think>`) and `<speech>`. */
export function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(TAG)) {
    const [whole, slash, name = ''] = match;
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index) });
    parts.push({
      kind: slash === '/' ? 'close' : 'open',
      tag: name.toLowerCase() === 'speech' ? 'speech' : 'thinking',
    });
    end = match.index + whole.length;
  }
  return end < text.length ? [...parts, { kind: 'text', text: text.slice(end) }] : parts;
}

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'open' | 'close'; readonly tag: 'thinking' | 'speech' };

/** How many characters at the end of a text may be the beginning of a tag. */
export function begunTag(text: string): number {
  const begun = /<[^<>]{0,120}$/.exec(text)?.[0] ?? '';
  const isTag = OPEN.test(begun) || TAGS.some((tag) => tag.startsWith(begun.toLowerCase()));
  return isTag ? begun.length : 0;
}

const TAG = /<(\/?)(thinking|think|speech)(?:\s[^<>]{0,100})?>/gi;
const OPEN = /^<\/?(thinking|think|speech)(\s[^<>]{0,100})?$/i;
const TAGS = ['<thinking', '<speech', '</thinking', '</speech'];
