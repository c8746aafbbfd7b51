/** A text on one line, without space around it: published questions and options hold stray breaks and hard spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
