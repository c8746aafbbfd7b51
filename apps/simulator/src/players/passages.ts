import { wordsOf } from '../text.ts';

/** A sentence of a source, exactly as it stands there. */
export interface Passage {
  readonly text: string;
  /** Where it begins in the source. */
  readonly start: number;
}

/** Cuts a source into sentences of at least three words, none of which crosses a paragraph. */
export function passagesOf(source: string): readonly Passage[] {
  return paragraphs(source)
    .flatMap(({ text, start }) =>
      sentences(text).map((sentence) => trimmed({ text: sentence.text, start: start + sentence.start })),
    )
    .filter(isQuotable);
}

/** The beginning of a passage, cut between words so that it has at most so many, at a comma or the like if there is one. */
export function shortened(passage: Passage, most: number): Passage | undefined {
  const words = [...passage.text.matchAll(/\S+/g)];
  if (words.length <= most) return passage;
  if (most < FEWEST) return undefined;

  const within = words.slice(0, most);
  const last =
    within.findLast((word, i) => i + 1 >= Math.max(FEWEST, most / 3) && /[,;:—–]$/.test(word[0])) ?? within.at(-1);
  return last && { ...passage, text: passage.text.slice(0, last.index + last[0].length).replace(/[,;:—–]+$/, '') };
}

/** The fewest words that a quote has. */
const FEWEST = 3;

/** Without blank lines, long lines are paragraphs of their own and short ones are wrapped. */
function paragraphs(source: string): readonly Passage[] {
  const isSpaced = /\n[^\S\n]*\n/.test(source);
  const isLong = source.split('\n').some((line) => line.length > 200);
  const gap = isSpaced || !isLong ? /\n[^\S\n]*(?:\n[^\S\n]*)+/g : /\n+/g;
  return pieces(source, gap);
}

function pieces(text: string, gap: RegExp): readonly Passage[] {
  const gaps = [...text.matchAll(gap)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  const starts = [0, ...gaps.map(({ end }) => end)];
  return starts.map((start, i) => ({ text: text.slice(start, gaps[i]?.start), start }));
}

/** Line breaks inside a paragraph end no sentence, nor do the points of abbreviations. */
function sentences(paragraph: string): readonly Passage[] {
  const joined: { text: string; start: number }[] = [];
  for (const { segment, index } of SEGMENTER.segment(paragraph.replace(/[\r\n]/g, ' '))) {
    const last = joined.at(-1);
    if (last && ABBREVIATED.test(last.text)) last.text += segment;
    else joined.push({ text: segment, start: index });
  }
  return joined.map(({ text, start }) => ({ text: paragraph.slice(start, start + text.length), start }));
}

function trimmed({ text, start }: Passage): Passage {
  return { text: text.trim(), start: start + text.length - text.trimStart().length };
}

function isQuotable({ text }: Passage): boolean {
  return wordsOf(text).length >= FEWEST && !/[<>‹]/.test(text) && (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= FEWEST;
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'sentence' });

const ABBREVIATED = /(?:^|[\s("“])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Capt|Lt|Sgt|Col|Gen|Rev|Jr|Sr|vs|No|Mt)\.\s*$/;
