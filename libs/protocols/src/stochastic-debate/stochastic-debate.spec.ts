import { seedFrom, type Table } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { stochasticDebate } from './index.ts';

/**
 * Seven coins, then a last bit that follows their majority. With coins of 0.9 the head bit is 1 with probability 0.97, with
 * coins of 0.1 with probability 0.03. Claims within 0.1 of the oracle at each step keep the majority: eight claims of 0.8
 * leave 0.94 of it, so the 3/5 of the theorem hold with room, though 8 × soundness is not small.
 */
const machine = (coin: number) => ({
  steps: 8,
  oracle: { kind: 'majority', coin, sharp: 0.97 },
  completeness: 0.02,
  soundness: 0.1,
  risk: 0.05,
});
const RUNS = 150;

function outputs(alice: string, bob: string, coin: number): number {
  return (
    Array.from({ length: RUNS }, (_, seed) =>
      played(tableOf(coin, seed), { alice, bob, verifier: 'verifier' }, seed),
    ).filter(isOne).length / RUNS
  );
}

function tableOf(coin: number, seed: number): Table {
  const posed = {
    question: 'Is the output 1?',
    options: ['0', '1'],
    orders: { sides: [1, 0], listed: [0, 1], choices: [0, 1] },
    seed,
  };
  const arranged = stochasticDebate.arrange(machine(coin), posed);
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  return stochasticDebate.table(arranged.setup);
}

function played(table: Table, players: Readonly<Record<string, string>>, seed: number): Table {
  const [turn] = table.next();
  if (!turn) return table;
  const script = players[turn.seat] ?? '';
  const { seat, kind, at, version } = turn;
  const result = table.play({
    seat,
    kind,
    at,
    version,
    by: `script:${script}`,
    said: table.scripted(script, turn, seedFrom(seed, seat, at)),
  });
  if (!result.ok) throw new Error(`${seat} at ${at}: ${result.words ?? result.why}`);
  return played(result.table, players, seed);
}

function isOne(table: Table): boolean {
  return table.outcome()?.[0]?.belief?.[1] === 1;
}

describe('with an honest Alice the right output comes out at least three times in five', () => {
  it.each(['honest-bob', 'accepting-bob', 'rejecting-bob', 'random-bob'])('against %s', (bob) => {
    expect(outputs('honest-alice', bob, 0.9)).toBeGreaterThanOrEqual(3 / 5);
  });
});

describe('with an honest Bob a wrong output is prevented at least three times in five', () => {
  it.each(['honest-alice', 'shading-alice', 'late-liar-alice', 'random-alice'])('against %s', (alice) => {
    expect(outputs(alice, 'honest-bob', 0.1)).toBeLessThanOrEqual(2 / 5);
  });
});

it('needs both to be tried: a lying Alice before a Bob who accepts everything gets the wrong output', () => {
  expect(outputs('late-liar-alice', 'accepting-bob', 0.1)).toBeGreaterThan(3 / 5);
});

it('keeps the drawn bit out of reach of whoever claims or accepts', () => {
  const claimed = tableOf(0.9, 1).play({
    seat: 'alice',
    kind: 'claim',
    at: 'step 0',
    version: 1,
    by: 'script:s',
    said: { p: 0 },
  });
  if (!claimed.ok) throw new Error(claimed.why);
  const accepted = claimed.table.play({
    seat: 'bob',
    kind: 'respond',
    at: 'step 0',
    version: 1,
    by: 'script:s',
    said: { accept: true, bit: 1 },
  });
  expect(accepted).toMatchObject({ ok: true, move: { accept: true, bit: 0 } });
});
