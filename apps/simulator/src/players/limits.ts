/** How long a reply is to be, as its prompt says it. */
export interface Limits {
  readonly unit: 'words' | 'characters';
  readonly ask?: number;
  readonly min?: number;
  readonly max?: number;
  /** The most that may be quoted. */
  readonly quoted?: number;
}

/** Finds lengths in instructions, where the later ones count. Numbers about quotes are not about the reply. */
export function limitsIn(texts: readonly string[]): Limits {
  const found = texts.flatMap(sentences).flatMap((sentence) => [...rangesIn(sentence), ...singlesIn(sentence)]);
  return found.reduce<Limits>((so, each) => ({ ...so, ...each }), { unit: 'words' });
}

function sentences(text: string): readonly string[] {
  return text.toLowerCase().split(/[.;!?](?=\s|$)|\n/);
}

const NUMBER = String.raw`(\d[\d,]*)`;
const UNIT = String.raw`(?:\s+(words?|characters?|tokens?)\b|(?=\s*(?:[,):]|$|are|is|were|was|asked|needed|wanted|allowed|required)))`;
const RANGE = new RegExp(String.raw`(?:between\s+)?${NUMBER}\s*(?:and|to|-|–)\s*${NUMBER}${UNIT}`, 'g');

const LEAST = 'at least|no fewer than|not fewer than|no less than|a minimum of';
const MOST = 'at most|no more than|not more than|up to|a maximum of|a limit of|the limit is';
const ABOUT = 'about|around|roughly|approximately|aim for';
const SINGLE = new RegExp(String.raw`(?:(${LEAST})|(${MOST})|${ABOUT})\s+${NUMBER}${UNIT}`, 'g');

const QUOTED = new RegExp(
  String.raw`${NUMBER}\s+(?:words? |characters? |of (?:them|these|it) )+(?:may be |in |of )?quot`,
);

function rangesIn(sentence: string): readonly Partial<Limits>[] {
  return [...sentence.matchAll(RANGE)]
    .filter((match) => !isAboutQuotes(sentence, match))
    .map(([, from = '', to = '', unit]) => ({ min: numberOf(from), max: numberOf(to), ...unitOf(unit) }));
}

function singlesIn(sentence: string): readonly Partial<Limits>[] {
  const rest = sentence.replace(RANGE, (whole) => '#'.repeat(whole.length));
  const quoted = QUOTED.exec(rest)?.[1];
  const singles = [...rest.matchAll(SINGLE)].flatMap((match): readonly Partial<Limits>[] => {
    const [, least, most, number = '', unit] = match;
    const field = least ? 'min' : most ? 'max' : 'ask';
    if (!isAboutQuotes(rest, match)) return [{ [field]: numberOf(number), ...unitOf(unit) }];
    return field === 'max' ? [{ quoted: numberOf(number) }] : [];
  });
  return quoted === undefined ? singles : [...singles, { quoted: numberOf(quoted) }];
}

/** Tokens are taken for words: a reply of so many words has not many more tokens. */
function unitOf(unit: string | undefined): Partial<Limits> {
  if (unit === undefined) return {};
  return { unit: unit.startsWith('character') ? 'characters' : 'words' };
}

function isAboutQuotes(sentence: string, match: RegExpExecArray): boolean {
  const before = sentence.slice(0, match.index);
  const after = sentence.slice(match.index + match[0].length, match.index + match[0].length + 20);
  return /\bquot/.test(before) || /^\s*(?:of |of them |in )?quot/.test(after);
}

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}
