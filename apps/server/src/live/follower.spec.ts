import { isJudge, type Table, type Turn } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import type { Run } from '@moot/runner';
import { Events, turnKey, type RunState } from '@moot/wire';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { afterDelta, afterState, afterWithdrawn, type KnownRuns } from '../testing/folded.ts';
import { follower, type Follower, type Now } from './follower.ts';
import type { Looking } from './state.ts';
import { voices } from './voices.ts';

const debate = protocols.find(({ name }) => name === 'debate');

function tableOf(options: object): Table {
  const arranged = debate?.arrange(
    { rounds: 2, beliefs: 'each-round', ...options },
    {
      question: 'Which door?',
      options: ['left', 'right'],
      source: 'There was once a house by the sea, and a door in it.',
      orders: { sides: [0, 1], listed: [0, 1], choices: [1, 0] },
      seed: 1,
    },
  );
  if (!debate || !arranged || 'unfit' in arranged) throw new Error('there is no debate to be followed');
  return debate.table(arranged.setup);
}

const PLACES: readonly Looking[] = [
  { from: 'everywhere' },
  ...['judge', 'judge 2', 'A', 'B', 'observer'].map((seat) => ({ from: 'seat' as const, seat })),
];

/** What may happen, and to which of the open turns. */
const Step = fc.record({
  what: fc.constantFrom('begins', 'hears', 'hears', 'hears', 'fails', 'moves', 'moves', 'comes back', 'comes late'),
  which: fc.nat(7),
  piece: fc.constantFrom(
    '<thinking>hm',
    '</thinking>',
    '<speech>',
    'so it is, ',
    '<quote>once a house by</quote>',
    '<quote>a house by the s',
    'ea</quote> ',
    '<quo',
    'te>',
    '</speech>',
  ),
  isTold: fc.boolean(),
});
type Step = typeof Step extends fc.Arbitrary<infer S> ? S : never;

/** A run that is played and spoken in, and one who follows it. */
function followed(options: object, looking: Looking) {
  const speaking = voices();
  const failed = new Map<string, Turn>();
  let table = tableOf(options);
  let known: KnownRuns = new Map();
  let own: Follower;
  const runOf = (at: Table): Run => ({ id: 'r', table: at, seats: SEATS, seed: 1 });
  const now = (): Now => ({ run: runOf(table), failed: [...failed.values()], started: [], voices: speaking.of('r') });
  const enter = (since: number) => {
    own = follower(looking, (event, what) => take(known, event, what));
    afterState(known, own.begin(now(), since));
  };
  const turnOf = ({ seat, kind, at, version }: Turn) => ({ run: 'r', seat, kind, at, version });
  enter(0);

  const happenings: Readonly<Record<Step['what'], (turn: Turn, step: Step) => void>> = {
    begins(turn) {
      if (turn.kind !== 'speech') return;
      failed.delete(turnKey(turn));
      own.withdrawn(turnOf(turn));
      speaking.begin(turnOf(turn));
    },
    hears(turn, { piece, isTold }) {
      if (speaking.hear(turnOf(turn), piece) && isTold) own.said(now());
    },
    fails(turn) {
      if (turn.kind !== 'speech') return;
      own.withdrawn(turnOf(turn));
      speaking.end(turnOf(turn));
      failed.set(turnKey(turn), turn);
    },
    moves(turn) {
      const result = table.play({ ...turnOf(turn), by: 'model:m', said: saidIn(turn) });
      if (!result.ok) throw new Error(result.words ?? result.why);
      table = result.table;
      speaking.end(turnOf(turn));
    },
    'comes back': () => enter(known.get('r')?.seq ?? 0),
    'comes late'(_turn, { which }) {
      // Another page of the same person, which was open until some move and knows what there was then.
      const since = which % (table.moves.length + 1);
      known = new Map();
      const earlier = follower(looking, () => undefined);
      afterState(known, earlier.begin({ run: runOf(table.at(since)), failed: [], started: [], voices: [] }, 0));
      enter(since);
    },
  };
  const goOn = (step: Step) => {
    const turns = table.next();
    const turn = turns[step.which % Math.max(1, turns.length)];
    if (!turn) return;
    happenings[step.what](turn, step);
    if (step.isTold && step.what !== 'hears') own.changed(now());
  };
  const settled = () => {
    own.changed(now());
    own.said(now());
    const fresh: KnownRuns = new Map();
    afterState(fresh, follower(looking, () => undefined).begin(now(), 0));
    return { known: shown(known.get('r')), fresh: shown(fresh.get('r')) };
  };
  return { goOn, settled };
}

const SEATS = { A: { kind: 'model' as const, model: 'openai/m' }, B: { kind: 'model' as const, model: 'openai/m' } };

function take(known: KnownRuns, event: keyof typeof Events, what: unknown): void {
  if (event === 'state') afterState(known, Events.state.parse(what));
  if (event === 'delta') afterDelta(known, Events.delta.parse(what));
  if (event === 'withdrawn') afterWithdrawn(known, Events.withdrawn.parse(what));
}

function saidIn({ seat, kind }: Turn): object {
  if (!isJudge(seat)) return { text: `${seat} says <quote>once a house by the sea</quote>` };
  return kind === 'belief' ? { belief: [0.25, 0.75] } : { belief: [0.5, 0.5], reason: 'so' };
}

/** A turn in which nothing has been said yet is as one of which nothing is known. */
function shown(state: RunState | undefined): unknown {
  if (!state) return undefined;
  const { speaking, ...rest } = state;
  const said = speaking
    .filter(({ text }) => text !== '')
    .sort((a, b) => turnKey(a.turn).localeCompare(turnKey(b.turn)));
  return { ...rest, since: 0, speaking: said };
}

const Options = fc.record({
  order: fc.constantFrom('simultaneous', 'sequential'),
  reveal: fc.constantFrom('live', 'paced', 'together'),
  quotes: fc.constantFrom('marked', 'unmarked'),
  judges: fc.constantFrom(1, 2),
});

it('whoever applies what they are sent knows, after any course of things, what one who comes new is told', () => {
  fc.assert(
    fc.property(Options, fc.constantFrom(...PLACES), fc.array(Step, { maxLength: 60 }), (options, looking, steps) => {
      const run = followed(options, looking);
      for (const step of steps) run.goOn(step);
      const { known, fresh } = run.settled();
      expect(known).toEqual(fresh);
    }),
    { numRuns: 150 },
  );
});

it('what is sent while a run goes on fits together at every step', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), fc.array(Step, { maxLength: 25 }), (looking, steps) => {
      const run = followed({ order: 'simultaneous', reveal: 'live' }, looking);
      for (const step of steps) {
        run.goOn(step);
        const { known, fresh } = run.settled();
        expect(known).toEqual(fresh);
      }
    }),
    { numRuns: 60 },
  );
});

it('who says they know more moves than there are is told everything', () => {
  const own = follower({ from: 'everywhere' }, () => undefined);
  const run: Run = { id: 'r', table: tableOf({ order: 'simultaneous' }), seats: SEATS, seed: 1 };
  expect(own.begin({ run, failed: [], started: [], voices: [] }, 7)).toMatchObject({ since: 0, seq: 0 });
});
