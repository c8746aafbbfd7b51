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
  /** What the judge and the opponents have asked, oldest first. */
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
  /** One of many short claims, which tells less than a whole speech. */
  readonly isClaim: boolean;
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
  const told = toldIn([...system, ...requests].join('\n'));
  return { ...shownIn(data, told.seat), ...told, corrections };
}

const DATA = [
  ...['question', 'options', 'source', 'your_side', 'opposing_side', 'sides', 'transcript', 'instructions', 'strategy'],
  // Of drafts.
  ...['about', 'argued_for', 'draft', 'critique'],
];

function shownIn(data: readonly Element[], seat: string | undefined) {
  const inner = (name: string): string | undefined => data.find((each) => each.name === name)?.inner;
  const source = inner('source');
  const heard = elements(inner('transcript') ?? '', ['speech', 'judge_asks']).found;
  return {
    question: inner('question')?.trim() ?? '',
    options: optionsIn(inner('options') ?? ''),
    ...(source !== undefined && { source }),
    ...partIn(inner),
    sides: sidesIn(inner('sides') ?? ''),
    speeches: heard.filter((each) => !isQuestion(each)).map(speechOf),
    asked: heard.filter((each) => isPutTo(each, seat)).map((each) => each.inner),
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

/** Asked by the judge, or by a debater in cross-examination. */
function isQuestion({ name, attributes }: Element): boolean {
  return name === 'judge_asks' || attributes.asks !== undefined;
}

/** What opponents ask each other is asked of none but who is told its own seat. */
function isPutTo({ name, attributes }: Element, seat: string | undefined): boolean {
  if (name === 'judge_asks') return true;
  return attributes.asks !== undefined && seat !== undefined && attributes.by !== seat;
}

function toldIn(instructions: string): Pick<Prompt, 'instructions' | 'seat'> {
  const [, letter, name] = SEATED.exec(instructions) ?? [];
  const seat = letter ?? name;
  return seat === undefined ? { instructions } : { instructions, seat };
}

/** How speakers are told where they sit. */
const SEATED = /\byou are (?:(?:debater|consultant) (\w+)|(?:a|the) (consultant|proposer|critic)\b)/i;

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
    isClaim: attributes.claim !== undefined,
  };
}

function quoteOf({ attributes, inner }: Element): Quote {
  const text = withoutTags(inner).trim();
  const status = attributes.status;
  return status === undefined ? { text } : { text, status };
}
