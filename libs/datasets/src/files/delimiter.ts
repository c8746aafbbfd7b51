/** What separates the columns: whichever of comma, semicolon and tab the first line holds most of, outside quotation marks. */
export function delimiterOf(start: string): string {
  const [line = ''] = start
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split('\n', 1);
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

const DELIMITERS = [',', ';', '\t'];
