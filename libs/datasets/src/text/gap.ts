import type { Surface } from './surface.ts';

/** What stands between the token at `i` and what was written before it: nothing, a space or a blank line. */
export function gap(written: readonly Surface[], i: number): '' | ' ' | '\n\n' {
  const next = written[i];
  let before = i - 1;
  let breaks = 0;
  for (; written[before]?.text === ''; before--) if (written[before]?.kind === 'break') breaks++;

  const previous = written[before];
  if (previous === undefined || next === undefined) return '';
  if (isParagraph(previous, next, breaks)) return '\n\n';
  return touches(previous, next) ? '' : ' ';
}

/** One break is a line that was wrapped or the edge of italics; two are a blank line, or a wrapped line of a heading. */
function isParagraph(previous: Surface, next: Surface, breaks: number): boolean {
  if (previous.note === 'end' || next.note === 'start') return true;
  if (breaks === 0 || previous.note === 'start' || previous.note === 'inside') return false;
  if (breaks > 1) return !isWrapped(previous, next);

  const isEnd = endsSentence(previous) || /\p{Lu}{3}$/u.test(previous.text);
  return !next.isIndented && isEnd && /^["'(]?[\p{Lu}\d]/u.test(next.text);
}

function isWrapped(previous: Surface, next: Surface): boolean {
  if (endsSentence(previous)) return false;
  if (/^\p{Ll}/u.test(next.text)) return true;

  return next.note === 'before' && /[\p{Ll},]$/u.test(previous.text) && !/^(By|Illustrated)$/i.test(next.text);
}

function endsSentence({ text }: Surface): boolean {
  return /[.!?:…—][)\]]?["']?$/.test(text) || text === '"';
}

function touches(previous: Surface, next: Surface): boolean {
  return /right|both/.test(previous.glue) || /left|both/.test(next.glue);
}
