/** Text from outside as a terminal may be given it: control and direction characters are shown, not obeyed. */
export function shown(text: string): string {
  return text.replace(UNSAFE, (each) => `\\u{${(each.codePointAt(0) ?? 0).toString(16)}}`);
}

// Control characters but tab and line feed; marks that turn the direction of writing; separators that some terminals obey.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/gu;

/** Where something stands and what is wrong with it, as compilers say it. */
export function faultLine({
  at,
  why,
}: {
  readonly at?: { readonly file: string; readonly line?: number; readonly column?: number; readonly field?: string };
  readonly why: string;
}): string {
  if (!at) return shown(why);
  const spot = [at.file, at.line, at.line === undefined ? undefined : at.column]
    .filter((part) => part !== undefined)
    .join(':');
  return shown(`${spot}: ${at.field === undefined || at.field === '' ? '' : `${at.field}: `}${why}`);
}
