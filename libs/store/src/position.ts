/** Where in a text the character of that number stands, counted as Postgres counts: from 1, in whole characters. */
export function lineAndColumn(text: string, position: number): { readonly line: number; readonly column: number } {
  const before = Array.from(text)
    .slice(0, position - 1)
    .join('')
    .split('\n');
  return { line: before.length, column: Array.from(before.at(-1) ?? '').length + 1 };
}
