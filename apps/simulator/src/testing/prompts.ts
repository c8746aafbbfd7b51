import {
  asData,
  beliefWords,
  checkQuotes,
  listedOptions,
  markQuotes,
  sourceIndex,
  tagged,
  type SourceIndex,
} from '@moot/protocol';
import type { Message } from '../players/prompt.ts';
import type { Case } from './worlds.ts';

/** Prompts as the protocols write them, for tests. */
export interface Spoken {
  readonly by: 'A' | 'B';
  readonly round: number;
  /** As the debater replied: quotes in tags. */
  readonly text: string;
}

const LENGTH = 'about 100 words, between 70 and 150 words';

export interface Debating {
  readonly seat: 'A' | 'B';
  /** The option of debater A; B has the other. */
  readonly sideOfA?: 0 | 1;
  readonly spoken?: readonly Spoken[];
  readonly length?: string;
  readonly source?: 'shown' | 'hidden';
  readonly strategy?: string;
}

export function debaterMessages(asked: Case, debating: Debating): readonly Message[] {
  const { seat, spoken = [], length = LENGTH, source = 'shown' } = debating;
  const own = sideOf(seat, debating.sideOfA);
  const quoting =
    source === 'shown'
      ? 'Support what you say with quotes from the text, word for word, in <quote> tags.'
      : 'Argue from what you know of the question; do not claim to quote.';
  const data = [
    tagged('question', asked.question),
    listedOptions(asked.options, [0, 1]),
    tagged('your_side', asked.options[own]),
    tagged('opposing_side', asked.options[own === 0 ? 1 : 0]),
    ...(source === 'shown' ? [tagged('source', asked.source)] : []),
    ...(debating.strategy === undefined ? [] : [tagged('strategy', debating.strategy)]),
    ...transcript(asked, spoken, 'unmarked'),
  ];
  return [
    {
      role: 'system',
      content: `You are debater ${seat} in a debate.\n\n${quoting}\n\nThink first, in <thinking> tags. Then give your speech in <speech> tags: ${length}.`,
    },
    { role: 'user', content: `${data.join('\n\n')}\n\nGive your speech, ${length}.` },
  ];
}

export interface Judging {
  readonly sideOfA?: 0 | 1;
  readonly spoken?: readonly Spoken[];
  readonly marks?: 'marked' | 'unmarked';
  readonly source?: 'shown' | 'hidden';
  readonly form?: string;
}

export function judgeMessages(asked: Case, judging: Judging = {}): readonly Message[] {
  const {
    sideOfA,
    spoken = [],
    marks = 'marked',
    source = 'hidden',
    form = beliefWords([0, 1], [0, 1], 'verdict'),
  } = judging;
  const sides = (['A', 'B'] as const).map((debater) =>
    tagged('side', asked.options[sideOf(debater, sideOfA)], { debater }),
  );
  const data = [
    tagged('question', asked.question),
    listedOptions(asked.options, [0, 1]),
    ...(source === 'shown' ? [tagged('source', asked.source)] : []),
    ...(spoken.length > 0 ? [['<sides>', ...sides, '</sides>'].join('\n')] : []),
    ...transcript(asked, spoken, marks),
  ];
  return [
    { role: 'system', content: 'You are the judge of a debate. Be calibrated.' },
    { role: 'user', content: `${data.join('\n\n')}\n\n${form}` },
  ];
}

function sideOf(seat: 'A' | 'B', sideOfA: 0 | 1 = 0): 0 | 1 {
  const other = sideOfA === 0 ? 1 : 0;
  return seat === 'A' ? sideOfA : other;
}

/** What is said in a reply: what stands in its speech tags. */
export function speechIn(reply: string): string {
  return /<speech>([\s\S]*)<\/speech>/.exec(reply)?.[1] ?? reply;
}

function transcript({ source }: Case, spoken: readonly Spoken[], marks: 'marked' | 'unmarked'): readonly string[] {
  if (spoken.length === 0) return [];
  const lines = spoken.map(({ by, round, text }) => {
    const said = marks === 'marked' ? marked(source, text) : text;
    return `<speech by="${by}" round="${round}">${asData(said)}</speech>`;
  });
  return [['<transcript>', ...lines, '</transcript>'].join('\n')];
}

function marked(source: string, text: string): string {
  const known = markedBefore.get(source + text);
  if (known !== undefined) return known;
  const index = indices.get(source) ?? sourceIndex(source);
  indices.set(source, index);
  const now = markQuotes(text, checkQuotes(index, text));
  markedBefore.set(source + text, now);
  return now;
}

// Many judges read the same debates.
const indices = new Map<string, SourceIndex>();
const markedBefore = new Map<string, string>();
