import type { Table } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import { RunPage } from '@moot/wire';
import { describe, expect, it } from 'vitest';
import { everything, laid, seenFrom } from './looking.ts';
import { lookingWords, placesOf, unseenWords } from './places.ts';

const listed = protocols.find(({ moves }) => 'speech' in moves);
if (!listed) throw new Error('no protocol has speeches');

const arranged = listed.arrange(
  { order: 'simultaneous', rounds: 1, beliefs: 'each-round' },
  {
    question: 'Who?',
    options: ['dog', 'child'],
    source: 'The dog barked.',
    orders: { sides: [1, 0], listed: [0, 1], choices: [1, 0] },
    seed: 7,
  },
);
if ('unfit' in arranged) throw new Error(arranged.unfit);

type Named = readonly [seat: string, kind: string, at: string];
const says = (table: Table, [seat, kind, at]: Named, said: object): Table => {
  const added = table.play({ seat, kind, at, version: 1, by: 'model:m', said });
  if (!added.ok) throw new Error(added.words ?? added.why);
  return added.table;
};
const empty = listed.table(arranged.setup);
const believed = says(empty, ['judge', 'belief', 'round 0'], { belief: [0.5, 0.5] });
const aSpoke = says(believed, ['A', 'speech', 'round 1'], { text: 'It is a child.' });
const bSpoke = says(aSpoke, ['B', 'speech', 'round 1'], { text: 'It is a dog.' });

const page = RunPage.parse({
  id: 'r1',
  experiment: 'e',
  arm: 'a',
  protocol: listed.name,
  version: listed.version,
  question: 'q',
  prompt: 'Who?',
  options: ['dog', 'child'],
  truth: 1,
  replicate: 0,
  seats: ['A', 'B', 'judge'].map((seat) => ({ seat, role: 'x', sitter: 'y', isSimulated: false })),
  sides: [1, 0],
  listed: [0, 1],
  seed: 7,
  setup: { ...arranged.setup },
  state: 'running',
  startedAt: null,
  endedAt: null,
  moves: bSpoke.moves.map((move) => ({ ...move, madeAt: '2026-01-01T14:00:00.000Z' })),
  calls: [],
  failures: [],
  judged: null,
  judging: 'live',
  judgments: [],
  audit: [],
});

const names = (moves: readonly { readonly seat: string; readonly kind: string }[]) =>
  moves.map(({ seat, kind }) => `${seat} ${kind}`);

describe('a run looked at from a seat', () => {
  const table = (() => {
    const set = laid(page);
    if (!set.ok) throw new Error(set.why);
    return set.table;
  })();

  it('has what the rules showed that seat when so many moves had been made', () => {
    const seen = seenFrom(table, 'B', 2);
    expect(names(seen.moves)).toEqual([]);
    expect(names(seen.sealed)).toEqual(['A speech']);
    expect(names(seen.blinded)).toEqual(['judge belief']);
    expect(names(seenFrom(table, 'B', 3).moves)).toEqual(['A speech', 'B speech']);
  });

  it('has nothing of who made a move', () => {
    expect(seenFrom(table, 'A', 3).moves.some((move) => 'by' in move || 'rests' in move)).toBe(false);
  });

  it('has everything for a researcher, in the order in which it was said', () => {
    expect(names(everything(page.moves, 2).moves)).toEqual(['judge belief', 'A speech']);
  });

  it('says what is sealed, and what is not shown at all', () => {
    expect(unseenWords(seenFrom(table, 'B', 2), 'B', 'running')).toEqual([
      'Sealed at this moment: A’s speech, round 1.',
      'Not shown to B so far: judge’s belief, before the first round.',
    ]);
    expect(unseenWords(seenFrom(table, 'A', 3), 'A', 'ended')).toEqual([
      'Never shown to A: judge’s belief, before the first round.',
    ]);
  });

  it('can be looked at from every seat, and as one who only watches', () => {
    expect(placesOf(page).map(({ words }) => words)).toEqual(['Researcher (everything)', 'A', 'B', 'Judge', 'Viewer']);
    expect(lookingWords('seat judge')).toBe('The page shows what the judge saw at that moment.');
  });
});

describe('a run whose rules are not to be had', () => {
  it('is shown plainly, and the page says why', () => {
    const whyOf = (change: Partial<RunPage>) => {
      const set = laid({ ...page, ...change });
      return set.ok ? '' : set.why;
    };
    expect(whyOf({ version: '0.0.1' })).toContain('version 0.0.1');
    expect(whyOf({ protocol: 'chess' })).toContain('chess');
    expect(whyOf({ setup: { nothing: 'known' } })).toContain('cannot read');
  });
});
