import { withoutTags } from '../text.ts';
import { elements, type Element } from './tags.ts';

/** One message of a request. */
export interface Message {
  readonly role: string;
  readonly content: string;
}

/** What a player is shown and asked, as it stands in the messages. */
export interface Prompt {
  readonly question: string;
  /** In the order in which they are listed. */
  readonly options: readonly Option[];
  readonly source?: string;
  /** The option that the player is to argue for. */
  readonly side?: string;
  readonly opposing?: string;
  /** How the player was told to go about it. */
  readonly strategy?: string;
  /** The player's own letter, where it is told. */
  readonly seat?: string;
  /** Which option each debater argues for, by letter. */
  readonly sides: Readonly<Record<string, string>>;
  readonly speeches: readonly Speech[];
  /** What the judge has asked, oldest first. */
  readonly asked: readonly string[];
  /** All that is said outside data. */
  readonly instructions: string;
  /** What was said to be wrong with the last replies, oldest first. */
  readonly corrections: readonly string[];
}

interface Option {
  readonly number: string;
  readonly text: string;
}

export interface Speech {
  readonly by: string;
  readonly round: number;
  /** Without tags. */
  readonly text: string;
  readonly quotes: readonly Quote[];
  readonly isConcession: boolean;
}

export interface Quote {
  readonly text: string;
  /** What the check of the quote gave, where it is shown. */
  readonly status?: string;
}

/** Reads the data out of the tags of a prompt. */
export function readPrompt(messages: readonly Message[]): Prompt {
  const users = messages.filter(({ role }) => role === 'user').map(({ content }) => elements(content, DATA));
  const data = users.flatMap(({ found }) => found);
  const isCorrection = ({ found }: (typeof users)[number], i: number): boolean => i > 0 && found.length === 0;

  const system = messages.filter(({ role }) => role === 'system' || role === 'developer').map(({ content }) => content);
  const requests = users.filter((user, i) => !isCorrection(user, i)).map(({ rest }) => rest);
  const corrections = users.filter(isCorrection).map(({ rest }) => rest);
  return { ...shownIn(data), ...toldIn([...system, ...requests].join('\n')), corrections };
}

const DATA = [
  'question',
  'options',
  'source',
  'your_side',
  'opposing_side',
  'sides',
  'transcript',
  'instructions',
  'strategy',
];

function shownIn(data: readonly Element[]) {
  const inner = (name: string): string | undefined => data.find((each) => each.name === name)?.inner;
  const source = inner('source');
  const heard = elements(inner('transcript') ?? '', ['speech', 'judge_asks']).found;
  return {
    question: inner('question')?.trim() ?? '',
    options: optionsIn(inner('options') ?? ''),
    ...(source !== undefined && { source }),
    ...partIn(inner),
    sides: sidesIn(inner('sides') ?? ''),
    speeches: heard.filter(({ name }) => name === 'speech').map(speechOf),
    asked: heard.filter(({ name }) => name === 'judge_asks').map((each) => each.inner),
  };
}

/** What the player is to do. */
function partIn(inner: (name: string) => string | undefined): Pick<Prompt, 'side' | 'opposing' | 'strategy'> {
  const [side, opposing, strategy] = ['your_side', 'opposing_side', 'strategy'].map((name) => inner(name)?.trim());
  return {
    ...(side !== undefined && { side }),
    ...(opposing !== undefined && { opposing }),
    ...(strategy !== undefined && { strategy }),
  };
}

function toldIn(instructions: string): Pick<Prompt, 'instructions' | 'seat'> {
  const seat = /\byou are debater (\w+)/i.exec(instructions)?.[1];
  return seat === undefined ? { instructions } : { instructions, seat };
}

function optionsIn(text: string): readonly Option[] {
  return elements(text, ['option']).found.map(({ attributes, inner }, i) => ({
    number: attributes.number ?? String(i + 1),
    text: inner.trim(),
  }));
}

function sidesIn(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    elements(text, ['side']).found.map(({ attributes, inner }) => [Object.values(attributes)[0] ?? '', inner.trim()]),
  );
}

function speechOf({ attributes, inner }: Element): Speech {
  return {
    by: attributes.by ?? '',
    round: Number.parseInt(attributes.round ?? '', 10) || 1,
    text: withoutTags(inner),
    quotes: elements(inner, ['quote']).found.map(quoteOf),
    isConcession: attributes.concedes !== undefined,
  };
}

function quoteOf({ attributes, inner }: Element): Quote {
  const text = withoutTags(inner).trim();
  const status = attributes.status;
  return status === undefined ? { text } : { text, status };
}
