import { detokenise } from './detokenise.ts';

/** A text whose lines were wrapped, written on as paragraphs with a blank line between them. */
export function plainText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  if (lines.some((line) => /^ \S/.test(line))) return stripped(lines);

  const paragraphs = lines
    .map((line) => line.trim())
    .join('\n')
    .split(/\n{2,}/);
  if (paragraphs.length === 1) return paragraphs.join('');
  return paragraphs.map((paragraph) => paragraph.replace(/\n/g, ' ')).join('\n\n');
}

/** Pages whose markup was taken out begin a wrapped line with a space; the stories of the debates hold the same lines. */
function stripped(lines: readonly string[]): string {
  const tokens = lines.flatMap((line, i) => (i === 0 ? [line] : ['\n', line]));
  return detokenise(tokens).text;
}
