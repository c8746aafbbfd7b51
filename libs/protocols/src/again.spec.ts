import type { Listed, Message, Table, Turn } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { debate } from './debate/index.ts';

const arranged = debate.arrange(
  { order: 'simultaneous', rounds: 2, words: { max: 50 }, quotes: 'unmarked', beliefs: 'each-round' },
  {
    question: 'Which door?',
    options: ['the left one', 'the right one'],
    source: 'SECRET-SOURCE',
    orders: { sides: [0, 1], listed: [1, 0], choices: [0, 1] },
    seed: 5,
  },
);
if ('unfit' in arranged) throw new Error(arranged.unfit);
const finished = toTheEnd(debate.table(arranged.setup));
const frozen = { setup: arranged.setup, moves: finished.moves };

/** Plays what is required, saying of everything who says it and when. */
function toTheEnd(table: Table, look: (turn: Turn, table: Table) => void = () => undefined): Table {
  const turn = table.next().find(({ optional }) => !optional);
  if (!turn) return table;
  look(turn, table);
  return toTheEnd(taken(table, turn), look);
}

function taken(table: Table, { seat, kind, at, version }: Turn): Table {
  const text = `SAID-${kind} ${seat} ${at}`;
  const result = table.play({
    ...{ seat, kind, at, version, by: 'model:m' as const },
    said: { text, belief: [0.25, 0.75], reason: text },
  });
  if (!result.ok) throw new Error(`${seat} ${kind} @${at}: ${result.words ?? result.why}`);
  return result.table;
}

function again(shown: object, listed: Listed = debate): Table {
  return listed.again(frozen, { options: ['the left one', 'the right one'], judges: 1, ...shown });
}

const textOf = (messages: readonly Message[]) => messages.map(({ content }) => content).join('\n');
const verdictOf = (table: Table) => table.next().find(({ kind }) => kind === 'verdict');
const JUDGE = { seat: 'judge', at: '' };

describe('a table of new judges over a finished debate', () => {
  it('asks a model in the words of the debate’s own judge, with what it may see so far and nothing else', () => {
    const asked: string[] = [];
    toTheEnd(again({ shown: 'stepped' }), (turn, table) => asked.push(textOf(table.prompt(turn).messages)));
    expect(asked).toHaveLength(3);
    for (const text of asked) {
      expect(text).toContain('You are the judge of a debate.');
      expect(text).toContain('Which door?');
      for (const secret of ['SECRET-SOURCE', 'SAID-belief', 'SAID-verdict']) expect(text).not.toContain(secret);
    }
    expect(asked.map((text) => [1, 2].map((round) => text.includes(`SAID-speech A round ${round}`)))).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(asked[2]).toContain('The debate is over.');
  });

  it('asks for the verdict as the debate itself does', () => {
    const live = toTheEnd(debate.table(arranged.setup)).at(finished.moves.length - 1);
    const [turn] = live.next();
    const prior = again({ shown: 'whole' });
    const [first] = prior.next();
    const anew = first && taken(prior, first);
    const verdict = anew && verdictOf(anew);
    expect(verdict && anew.prompt(verdict).messages).toEqual(turn && live.prompt(turn).messages);
  });

  it('tells screens what the debate’s own judge is told, and onlookers no more', () => {
    const own = debate.table(arranged.setup).brief({ seat: 'judge', at: '' });
    expect(again({ shown: 'whole' }).brief(JUDGE)).toEqual(own);
    expect(JSON.stringify(again({ shown: 'whole' }).brief({ seat: 'observer', at: '' }))).not.toContain('SECRET');
  });

  it('lets a judge who goes step by step stop early, but not before anything was seen', () => {
    const fresh = again({ shown: 'stepped' });
    expect(verdictOf(fresh)).toBeUndefined();
    const [prior] = fresh.next();
    const seen = prior && taken(fresh, prior);
    const early = seen && verdictOf(seen);
    expect(early?.optional).toBe(true);
    expect(early && taken(seen, early).next()).toEqual([]);
  });

  it('gives so many seconds for a timed verdict, and none for what is believed before', () => {
    const fresh = again({ shown: 'timed', seconds: 90 });
    const [prior] = fresh.next();
    expect(prior?.seconds).toBeUndefined();
    const anew = prior && taken(fresh, prior);
    expect(anew && verdictOf(anew)).toMatchObject({ seconds: 90 });
    const over = anew && toTheEnd(anew);
    expect(over?.moves.at(-1)).toMatchObject({ seconds: 90 });
    expect(over && 'seconds' in (over.view(JUDGE).at(-1) ?? {})).toBe(false);
  });

  it('is set again with the moves that were kept of it', () => {
    const over = toTheEnd(again({ shown: 'whole' }));
    const loaded = debate.again(frozen, { options: ['left', 'right'], judges: 1, shown: 'whole' }, over.moves);
    expect(loaded.view(JUDGE)).toEqual(over.view(JUDGE));
    expect(loaded.outcome()).toEqual([{ seat: 'judge', belief: [0.25, 0.75] }]);
  });

  it('has a limit of time when it is timed, and only then', () => {
    expect(() => again({ shown: 'timed' })).toThrow('timed judging has seconds');
    expect(() => again({ shown: 'stepped', seconds: 5 })).toThrow('timed judging has seconds');
  });
});
