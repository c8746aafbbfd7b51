import { setTimeout as delay } from 'node:timers/promises';
import { randomFrom } from '@moot/protocol';
import { startSimulator, type Simulator } from '@moot/simulator';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from './testing/laboratory.ts';
import { keptPrompts } from './testing/kept-calls.ts';
import { live, type Life, type Living } from './testing/lives.ts';
import { replayed } from './testing/replay.ts';
import { until } from './testing/until.ts';
import { workers } from './testing/worker-process.ts';

const KILLS = 20;
/** Long enough that most kills find calls in flight, some of them in the middle of their replies. */
const LATENCY = { firstMs: 100, tokensPerSecond: 1500 };

const processes = workers();
let laboratory: Laboratory;
let simulator: Simulator;
let living: Living;

beforeAll(async () => {
  simulator = await startSimulator({ latency: LATENCY });
  laboratory = await openLaboratory({ environment: { MOOT_SIMULATOR_URL: simulator.url } });
  living = { laboratory, simulator, workers: processes, atOnce: 4 };
});
afterEach(() => processes.endAll());
afterAll(async () => {
  await laboratory.close();
  await simulator.close();
});

it('stops in the middle of debates when it is told to: what can be finished is, and the rest is left to others', async () => {
  await begin('stopped', 2);
  simulator.setFaults({ sequence: ['none', 'timeout'] });
  const first = await live(living, async (worker, calls) => {
    await until(() => calls() >= 4);
    expect(await worker.stop(), worker.said()).toBe(0);
  });
  expect(first.inFlight).toHaveLength(1);
  expect(await locked()).toEqual({ jobs: 0, pools: 0 });

  simulator.setFaults({});
  const second = await live(living, toTheEnd('stopped'));
  expect(repeatedIn([first, second])).toEqual(first.inFlight);
  await expectLawful('stopped');
});

it('plays a reply that was kept before the kill, and does not ask for it again', async () => {
  const { database } = laboratory.engine.means;
  const runs = await begin('kept', 1);
  const unplayed = async () => {
    const [counted] = await database.$queryRaw<{ readonly count: number }[]>`
      select count(*)::int as count from model_call c where run_id = any (${runs}) and not exists (
        select from move m where (m.run_id, m.seat, m.kind, m.at) = (c.run_id, c.seat, c.kind, c.at))`;
    return counted?.count ?? 0;
  };
  const killed = await live(living, async (worker) => {
    await until(async () => (await laboratory.runs('kept')).every(({ moves }) => moves.length > 0));
    await database.$transaction(async (reach) => {
      // Moves wait for the lock, and rows of calls do not.
      await reach.$queryRaw`select id from run where id = any (${runs}) for no key update`;
      await until(async () => (await unplayed()) > 0);
      await worker.kill();
    });
  });
  expect(await unplayed()).toBeGreaterThan(0);

  const next = await live(living, toTheEnd('kept'));
  expectNothingKeptAskedAgain([killed, next]);
  await expectLawful('kept');
});

it('goes on after twenty kills: nothing lost, nothing doubled', { timeout: 300_000 }, async () => {
  const random = randomFrom(7, 'kills');
  const repeatsBefore = simulator.stats().repeats;
  await begin('killed', 8);

  const lives: Life[] = [];
  while (lives.length < KILLS) {
    const [calls, ms] = [1 + random.index(3), random.index(2 * LATENCY.firstMs)];
    lives.push(
      await live(living, async (worker, begun) => {
        await until(() => begun() >= calls, 2);
        await delay(ms);
        await worker.kill();
      }),
    );
  }
  lives.push(await live(living, toTheEnd('killed')));

  expect(Math.max(...lives.map(({ resumedMs }) => resumedMs))).toBeLessThan(10_000);
  expectNothingKeptAskedAgain(lives);
  const inFlight = lives.flatMap((life) => life.inFlight).length;
  const repeats = simulator.stats().repeats - repeatsBefore;
  expect(repeats).toBeLessThanOrEqual(inFlight);
  // Else nothing was tried.
  expect(repeats).toBeGreaterThanOrEqual(KILLS / 2);
  await expectLawful('killed');
});

/** Starts debates of both orders, and judges without any, on so many questions; no two turns have the same prompt. */
async function begin(name: string, questions: number): Promise<string[]> {
  await laboratory.importWorlds(name, name.length, questions);
  return [...(await laboratory.start(experiment(name)))];
}

const experiment = (name: string) => `
name: ${name}
seed: 7
questions: { dataset: ${name} }
arms:
  simultaneous:
    protocol: debate
    setup: { order: simultaneous, rounds: 2, words: { ask: 100, min: 70, max: 150 }, beliefs: each-round }
    seats: { debater: sim/debater, judge: people }
  sequential:
    protocol: debate
    setup: { order: sequential, rounds: 2, words: { ask: 80, min: 50, max: 130 } }
    seats: { debater: sim/debater, judge: people }
  naive: { protocol: direct, setup: { source: hidden }, seats: { judge: people } }
caps: { calls: 10000 }
`;

function toTheEnd(name: string): Parameters<typeof live>[1] {
  return async (worker) => {
    await laboratory.ended(name);
    expect(await worker.stop(), worker.said()).toBe(0);
  };
}

/** A call is made again only in another life, and only if it was not committed by then. */
function expectNothingKeptAskedAgain(lives: readonly Life[]): void {
  for (const { asked, keptBefore } of lives) {
    expect(new Set(asked).size).toBe(asked.length);
    expect(asked.filter((prompt) => keptBefore.includes(prompt))).toEqual([]);
  }
}

function repeatedIn(lives: readonly Life[]): readonly string[] {
  const asked = lives.flatMap((life) => life.asked);
  return asked.filter((prompt, i) => asked.indexOf(prompt) < i);
}

/** Every transcript is what the rules make of its moves; every call that was made is kept once; nothing is left over. */
async function expectLawful(name: string): Promise<void> {
  const { database } = laboratory.engine.means;
  const runs = await laboratory.runs(name);
  for (const { id, moves, calls, failures } of runs) {
    const made = moves.map(({ madeAt: _madeAt, ...move }) => move);
    const again = await replayed(database, id, made);
    expect(again).toEqual({ moves: made, isOver: true, numbers: made.map((_move, seq) => seq) });
    expect(failures).toEqual([]);
    expect(calls.filter(({ status, fault }) => status === 'ok' && fault === null)).toHaveLength(made.length);
  }
  const kept = await keptPrompts(database);
  expect(new Set(kept).size).toBe(kept.length);
  const seen = new Set(simulator.calls().map(({ promptHash }) => promptHash));
  expect([...kept].sort()).toEqual([...seen].sort());
  const [left] = await database.$queryRaw<object[]>`
    select (select count(*)::int from graphile_worker.jobs) as jobs, (select count(*)::int from reservation) as reservations,
      (select count(*)::int from results.verdicts_all where experiment = ${name}) as verdicts`;
  expect(left).toEqual({ jobs: 0, reservations: 0, verdicts: runs.length });
}

async function locked(): Promise<object | undefined> {
  const [found] = await laboratory.engine.means.database.$queryRaw<object[]>`
    select (select count(*)::int from graphile_worker.jobs where locked_at is not null) as jobs,
      (select count(*)::int from worker) as pools`;
  return found;
}
