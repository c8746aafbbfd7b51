import type { Question, Row, Source, Spot } from '@moot/experiment';
import { fault } from './fault.ts';
import { questionFlaw, sourceFlaw, type Flaw } from './flaw.ts';
import { contentName } from './hash.ts';

/**
 * Lets each source and question through once, and says what is wrong with those that it refuses.
 * `names` are the file's own names for the fields.
 */
export function gate(names: Readonly<Record<string, string>> = {}): Gate {
  const sources: Book = new Map();
  const questions: Book = new Map();

  return {
    *source(source, at) {
      const found =
        sourceFlaw(source) ?? clash(sources, { key: source.key, content: source.text, field: 'source key' });
      if (found !== 'known')
        yield enter(sources, { row: { kind: 'source', ...source }, content: source.text, at }, named(found, names));
    },
    *question(question, at) {
      const content = said(question);
      const found =
        leadsNowhere(sources, question) ??
        questionFlaw(question) ??
        clash(questions, { key: question.key, content, field: 'key' });
      if (found !== 'known')
        yield enter(questions, { row: { kind: 'question', ...question }, content, at }, named(found, names));
    },
  };
}

export interface Gate {
  /** Nothing comes of a source or question that was let through before and is the same. */
  readonly source: (source: Source, at: Spot) => Iterable<Row>;
  readonly question: (question: Question, at: Spot) => Iterable<Row>;
}

/** What became of each key, with a short name for its content. */
type Book = Map<
  string,
  { readonly state: 'kept' | 'refused'; readonly content: string; readonly line: number | undefined }
>;

/** Truth is part of it: the same question with two truths is two contents. */
function said({ prompt, options, truth, source = '' }: Question): string {
  return JSON.stringify([prompt, [...options].sort(), options[truth], source]);
}

interface Claim {
  readonly key: string;
  readonly content: string;
  readonly field: string;
}

function clash(book: Book, { key, content, field }: Claim): Flaw | 'known' | undefined {
  const before = book.get(key);
  if (before?.state !== 'kept') return undefined;
  if (before.content === contentName(content)) return 'known';

  const why = `${JSON.stringify(key)} was given before${where(before.line)} with other content. Give each its own key, or take one out.`;
  return { field, why };
}

function leadsNowhere(sources: Book, { source }: Question): Flaw | undefined {
  if (source === undefined) return undefined;
  const found = sources.get(source);
  if (found?.state === 'kept') return undefined;

  const name = JSON.stringify(source);
  if (found !== undefined)
    return { field: 'source', why: `Its source ${name} was refused${where(found.line)}. Mend that first.` };
  return { field: 'source', why: `No source before this has the key ${name}. Put the source first, or mend the key.` };
}

function where(line: number | undefined): string {
  return line === undefined ? '' : ` (line ${String(line)})`;
}

function named(flaw: Flaw | undefined, names: Readonly<Record<string, string>>): Flaw | undefined {
  return flaw && { ...flaw, field: names[flaw.field] ?? flaw.field };
}

interface Entry {
  readonly row: Exclude<Row, { kind: 'fault' }>;
  readonly content: string;
  readonly at: Spot;
}

function enter(book: Book, { row, content, at }: Entry, flaw: Flaw | undefined): Row {
  const state = flaw === undefined ? 'kept' : 'refused';
  if (book.get(row.key)?.state !== 'kept') book.set(row.key, { state, content: contentName(content), line: at.line });
  return flaw === undefined ? row : fault({ ...at, field: flaw.field }, flaw.why);
}
