/** Reads a speech that may give up its side: it does, if it begins with the line I CONCEDE. */
export function readConcession(text: string): object {
  return /^\W*I CONCEDE\b\W*(?:\n|$)/.test(text) ? { text, concedes: true } : { text };
}

/** Reads a speech that says at its beginning whether it agrees: a line AGREE or DISAGREE, which is taken off. */
export function readStance(text: string): object {
  const found = /^\W*(AGREE|DISAGREE)\b\W*\n([\s\S]*)$/.exec(text.includes('\n') ? text : `${text}\n`);
  if (!found) return { text };
  const [, stance = '', rest = ''] = found;
  return { text: rest.trim() === '' ? text : rest.trim(), stance: stance.toLowerCase() };
}
