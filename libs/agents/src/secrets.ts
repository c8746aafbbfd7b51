/** Makes text in which none of the secrets can be read. What is shorter than 8 characters ("none", "ollama") is no secret. */
export function masking(secrets: readonly (string | undefined)[]): Mask {
  const marks = [
    ...new Set(secrets.flatMap((secret) => (secret !== undefined && secret.length >= 8 ? spellings(secret) : []))),
  ];
  const ordered = marks.sort((a, b) => b.length - a.length);
  const whole = (text: string) => ordered.reduce((masked, mark) => masked.replaceAll(mark, HIDDEN), text);
  const mask = (text: string) => withoutCut(whole(text), ordered);
  return { mask, pieces: () => piecewise(ordered, whole, mask) };
}

export interface Mask {
  readonly mask: (text: string) => string;
  /** The same for text that comes in pieces: holds back what may be the beginning of a secret. */
  readonly pieces: () => Pieces;
}

interface Pieces {
  push(piece: string): string;
  /** What was held back, when nothing more comes. */
  rest(): string;
}

/** How many characters at the end of the text may be the beginning of one of the marks. */
function begun(text: string, marks: readonly string[]): number {
  const longest = Math.max(0, ...marks.map((mark) => mark.length - 1));
  for (let length = Math.min(longest, text.length); length > 0; length -= 1) {
    const end = text.slice(-length);
    if (marks.some((mark) => mark.startsWith(end))) return length;
  }
  return 0;
}

// As it is, in a URL, in JSON, in base64 as basic authentication has it.
function spellings(secret: string): readonly string[] {
  const encoded = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  return [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), encoded];
}

const HIDDEN = '•••';

/** Without a secret that was cut off at the end of the text; a few letters of one may be anything. */
function withoutCut(text: string, marks: readonly string[]): string {
  const length = begun(text, marks);
  return length < 6 ? text : text.slice(0, -length) + HIDDEN;
}

function piecewise(marks: readonly string[], whole: (text: string) => string, mask: (text: string) => string): Pieces {
  let held = '';
  return {
    push(piece) {
      const masked = whole(held + piece);
      const ready = masked.length - begun(masked, marks);
      held = masked.slice(ready);
      return masked.slice(0, ready);
    },
    rest() {
      const last = mask(held);
      held = '';
      return last;
    },
  };
}
