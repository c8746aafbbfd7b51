/**
 * Text of a model, made safe to read: what turns the order of words round, hides among them or speaks to a terminal is shown
 * by its number. Emoji and scripts that are written with joiners keep theirs.
 */
export function safe(text: string): string {
  return text.replace(HIDDEN, (found, at: number) => (isJoining(text, at, found) ? found : named(found)));
}

const HIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const JOINED =
  /[\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\ufe0f]/u;

function isJoining(text: string, at: number, found: string): boolean {
  if (found !== '\u200c' && found !== '\u200d') return false;
  return JOINED.test(text.slice(Math.max(0, at - 2), at)) && JOINED.test(text.slice(at + 1, at + 3));
}

function named(found: string): string {
  if (found === '\r') return '';
  const code = found.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
}
