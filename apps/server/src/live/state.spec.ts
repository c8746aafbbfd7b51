import { protocols } from '@moot/protocols';
import type { Table } from '@moot/protocol';
import type { Run } from '@moot/runner';
import { describe, expect, it } from 'vitest';
import { follower } from './follower.ts';
import { runState, type Around, type Looking } from './state.ts';

const JUDGE: Looking = { from: 'seat', seat: 'judge' };
const A: Looking = { from: 'seat', seat: 'A' };
const EVERYWHERE: Looking = { from: 'everywhere' };
const NOTHING = { known: new Map<string, string>(), seq: 0 };
const QUIET: Around = { failed: [], started: [], spoken: () => undefined };
const SPEAKING: Around = {
  failed: [],
  started: [],
  // Machines take no turns that may be left.
  spoken: ({ seat, optional }) => (optional ? undefined : { text: `${seat} speaks`, beside: {} }),
};

type Reveal = 'live' | 'paced' | 'together';
const debate = protocols.find(({ name }) => name === 'debate');

function setupOf(reveal: Reveal): object {
  const posed = {
    question: 'Which door?',
    options: ['left', 'right'],
    source: 'SOURCE',
    orders: { sides: [0, 1], listed: [0, 1], choices: [1, 0] },
    seed: 1,
  };
  const arranged = debate?.arrange({ order: 'simultaneous', rounds: 1, reveal }, posed);
  if (!arranged || 'unfit' in arranged) throw new Error('there is no debate');
  return arranged.setup;
}

function runOf(reveal: Reveal, speakers: readonly string[] = []): Run {
  if (!debate) throw new Error('there is no debate');
  const model = { kind: 'model' as const, model: 'openai/m' };
  const table = speakers.reduce<Table>(
    (now, seat) => {
      const turn = { seat, kind: 'speech', at: 'round 1', version: 1 };
      const result = now.play({
        ...turn,
        by: 'model:openai/m',
        thinking: 'SECRET',
        said: { text: `${seat} has spoken` },
      });
      if (!result.ok) throw new Error(result.why);
      return result.table;
    },
    debate.table(setupOf(reveal)),
  );
  return { id: 'r', table, seats: { A: model, B: model, judge: { kind: 'person' } }, seed: 1 };
}

const states = (run: Run, looking: Looking, around: Around) =>
  runState(run, looking, around, NOTHING).awaited.map(({ seat, state }) => `${seat} ${state}`);

it('a turn that may be followed is awaited or spoken; one that may not is sealed, whether or not it is spoken', () => {
  for (const around of [QUIET, SPEAKING])
    expect(states(runOf('together'), JUDGE, around)).toEqual(['A sealed', 'B sealed']);
  expect(states(runOf('live'), JUDGE, QUIET)).toEqual(['A waiting', 'B waiting']);
  expect(states(runOf('live'), JUDGE, SPEAKING)).toEqual(['A speaking', 'B speaking']);
  expect(states(runOf('together'), EVERYWHERE, SPEAKING)).toEqual(['A speaking', 'B speaking']);
});

it('words are there for those alone who may follow them', () => {
  const words = (looking: Looking, reveal: Reveal) =>
    runState(runOf(reveal), looking, SPEAKING, NOTHING).speaking.map(({ text }) => text);
  expect(words(JUDGE, 'live')).toEqual(['A speaks', 'B speaks']);
  expect([words(JUDGE, 'paced'), words(JUDGE, 'together')]).toEqual([[], []]);
  expect(words(A, 'live')).toEqual(['A speaks']);
});

it('what has failed is said to have, also of a sealed turn, and why is not', () => {
  const failed = [{ seat: 'B', kind: 'speech', at: 'round 1', version: 1 }];
  expect(states(runOf('together'), JUDGE, { ...SPEAKING, failed })).toEqual(['A sealed', 'B failed']);
});

it('one’s own turns are open, and not awaited of others', () => {
  const state = runState(runOf('live', ['A', 'B']), JUDGE, QUIET, NOTHING);
  expect([state.open, state.awaited]).toMatchObject([[{ seat: 'judge', kind: 'verdict' }], []]);
  expect(states(runOf('live', ['A', 'B']), EVERYWHERE, QUIET)).toEqual(['judge waiting']);
});

it('a seat sees neither source nor makers nor thinking; a researcher sees who made a move and what was thought', () => {
  const seen = JSON.stringify(runState(runOf('live', ['A', 'B']), JUDGE, QUIET, NOTHING));
  expect(seen).toMatch('A has spoken');
  expect(seen).not.toMatch(/SECRET|SOURCE|openai|"rests"/);
  expect(JSON.stringify(runState(runOf('live', ['A']), EVERYWHERE, QUIET, NOTHING))).toMatch(/openai.*SECRET/);
});

it('names all moves that are seen, and sends those that are not known yet', () => {
  const state = runState(runOf('together', ['A']), JUDGE, QUIET, NOTHING);
  expect([state.seq, state.order, state.moves]).toEqual([1, [], []]);
  expect(runState(runOf('together', ['A', 'B']), JUDGE, QUIET, { ...NOTHING, seq: 1 })).toMatchObject({
    since: 1,
    seq: 2,
    moves: [{ seat: 'A' }, { seat: 'B' }],
  });
});

describe('a turn with a limit', () => {
  const spoken = runOf('together', ['A', 'B']);
  const judged = { setup: setupOf('together'), moves: spoken.table.moves };
  const fresh = debate?.again(judged, { options: ['left', 'right'], judges: 1, shown: 'timed', seconds: 60 });
  const prior = { seat: 'judge', kind: 'belief', at: 'step 0', version: 1, by: 'person:p' as const };
  const believed = fresh?.play({ ...prior, said: { belief: [0.25, 0.75] } });
  const verdict = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };

  it('comes with nothing to read until its clock is started, and then with all of it', () => {
    if (!believed?.ok) throw new Error('the belief was not taken');
    const run: Run = { ...spoken, table: believed.table };
    const waiting = runState(run, JUDGE, QUIET, NOTHING);
    expect(waiting).toMatchObject({ brief: {}, open: [{ ...verdict, seconds: 60 }], moves: [{ kind: 'belief' }] });
    expect(JSON.stringify(waiting)).not.toMatch(/has spoken|Which door/);
    const begun = JSON.stringify(runState(run, JUDGE, { ...QUIET, started: [verdict] }, NOTHING));
    expect(begun).toMatch(/Which door.*A has spoken.*B has spoken/);
    expect(runState(run, EVERYWHERE, QUIET, NOTHING).brief).not.toEqual({});
  });

  it('is told of in full to who was told of nothing, also when they ask from where they were', () => {
    if (!believed?.ok) throw new Error('the belief was not taken');
    const now = { run: { ...spoken, table: believed.table }, failed: [], voices: [] };
    const pushed: string[] = [];
    const own = follower(JUDGE, (_event, what) => void pushed.push(JSON.stringify(what)));
    own.begin({ ...now, started: [] }, 0);
    own.changed({ ...now, started: [] });
    expect(pushed).toEqual([]);
    own.changed({ ...now, started: [verdict] });
    expect(pushed).toEqual([expect.stringMatching(/Which door.*A has spoken/)]);
    const later = follower(JUDGE, () => undefined).begin({ ...now, started: [verdict] }, 1);
    expect(JSON.stringify(later)).toMatch('A has spoken');
  });
});
