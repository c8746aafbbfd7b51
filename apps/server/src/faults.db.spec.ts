import { pass, retry, type TurnRef } from '@moot/runner';
import { openFailures, type ShownRun } from '@moot/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from './testing/laboratory.ts';
import { completion, plainly, startPlainEndpoint, type Manner, type PlainEndpoint } from './testing/plain-endpoint.ts';
import { until } from './testing/until.ts';

const KEY = 'sk-faults-0a1b2c3d';
const TEN_MB = 10 * 1024 * 1024;

const sends =
  (content: string | null, finish?: string): Manner =>
  ({ response }) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(completion(content, finish));
  };
const answers =
  (status: number, headers: Readonly<Record<string, string>> = {}): Manner =>
  ({ response }) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{"error":{"message":"no"}}');
  };
const cuts: Manner = ({ response, reply }) => {
  const bytes = completion(reply);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(bytes.length) });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
};

/** What models do, in every call until they are mended; what is kept of that; and how often they are asked. */
const ALWAYS: Readonly<Record<string, readonly [Manner, status: string, asked: number]>> = {
  refuses: [sends('I cannot help with that.', 'content_filter'), 'refusal', 3],
  'says-nothing': [sends(null), 'empty', 3],
  'says-10-mb': [sends('x'.repeat(TEN_MB)), 'too-long', 3],
  'half-a-json': [sends('{"reason": "because", "probabil'), 'ok', 3],
  'busy-without-end': [answers(429, { 'retry-after': '0' }), 'limited', 6],
  'knows-no-such-model': [answers(404), 'rejected', 1],
  'busy-for-a-month': [answers(429, { 'retry-after': '2592000' }), 'rejected', 1],
};

/** What models do in their first call alone. */
const ONCE: Readonly<Record<string, readonly [Manner, status: string]>> = {
  'busy-once': [answers(429, { 'retry-after': '0' }), 'limited'],
  'breaks-once': [answers(500), 'server-error'],
  'cut-once': [cuts, 'cut'],
  'refuses-once': [sends('I cannot help with that.', 'content_filter'), 'refusal'],
};

let endpoint: PlainEndpoint;
let laboratory: Laboratory;

beforeAll(async () => {
  const always = Object.entries(ALWAYS).map(([name, [manner]]) => [name, manner] as const);
  const once = Object.entries(ONCE).map(([name, [manner]]) => [name, onlyFirst(manner)] as const);
  endpoint = await startPlainEndpoint(KEY, Object.fromEntries([...always, ...once]));
  laboratory = await openLaboratory({ environment: { OPENAI_BASE_URL: endpoint.url, OPENAI_API_KEY: KEY } });
  await laboratory.importWorlds('worlds', 3, 1);
  for (const name of [...Object.keys(ALWAYS), ...Object.keys(ONCE)]) await laboratory.start(experiment(name));
  await laboratory.engine.work(4);
});
afterAll(async () => {
  await laboratory.close();
  await endpoint.close();
});

function onlyFirst(manner: Manner): Manner {
  return (given) => (given.before === 0 ? manner(given) : plainly(given));
}

/** One question with one judge, and after a failure of the judge nothing else is open. */
const experiment = (model: string) => `
name: ${model}
seed: 5
questions: { dataset: worlds }
arms:
  only: { protocol: direct, setup: { source: hidden }, seats: { judge: openai/${model} } }
`;

async function runOf(name: string): Promise<ShownRun> {
  const [run] = await laboratory.runs(name);
  if (!run) throw new Error(`${name} has no run`);
  return run;
}

async function whenIn(name: string, state: ShownRun['state']): Promise<ShownRun> {
  await until(async () => (await runOf(name)).state === state);
  return runOf(name);
}

describe.each(Object.entries(ALWAYS))('a model that %s', (name, [, status, asked]) => {
  it(`is asked ${asked} times, each time a row, and then its turn fails visibly`, async () => {
    const { calls, failures, moves } = await whenIn(name, 'failed');
    expect(calls.map((call) => call.status)).toEqual(Array(asked).fill(status));
    expect(calls.map(({ attempt }) => attempt)).toEqual(Array.from({ length: asked }, (_, i) => i + 1));
    if (status === 'ok') for (const { fault } of calls) expect(fault).toMatch(/JSON/);
    expect(endpoint.asked.filter(({ model }) => model === name)).toHaveLength(asked);
    const cause = status === 'ok' ? 'fault' : status;
    expect(failures).toMatchObject([{ seat: 'judge', cause, settledAt: null }]);
    expect(failures.map(({ words }) => words).join()).toMatch(/\w+ \w+/);
    expect(moves).toEqual([]);
  });
});

it('keeps at most a bounded part of a reply of 10 MB', async () => {
  await whenIn('says-10-mb', 'failed');
  const [kept] = await laboratory.engine.means.database.$queryRaw<object[]>`
    select max(length(reply)) < 2 * 1024 * 1024 as bounded, max(length(reply)) > 0 as kept from model_call
    where model = 'openai/says-10-mb'`;
  expect(kept).toEqual({ bounded: true, kept: true });
});

it.each(Object.entries(ONCE))('goes on after a model that is %s', async (name, [, status]) => {
  const { calls, failures, moves } = await whenIn(name, 'ended');
  expect(calls.map((call) => call.status)).toEqual([status, 'ok']);
  expect(failures).toEqual([]);
  expect(moves).toHaveLength(1);
});

describe('what failed', () => {
  async function failedTurn(name: string): Promise<TurnRef> {
    const { id } = await whenIn(name, 'failed');
    const [turn] = await openFailures(laboratory.engine.means.database, id);
    if (!turn) throw new Error(`${name} has no failure`);
    return turn;
  }

  it('can be retried, and then has all its attempts again', async () => {
    const turn = await failedTurn('busy-without-end');
    endpoint.mend();
    expect(await retry(turn, { by: 'grace', why: 'it is mended' }, laboratory.engine.world)).toBe(true);
    const { calls, failures } = await whenIn('busy-without-end', 'ended');
    expect(calls.map(({ status, attempt }) => `${attempt} ${status}`).slice(5)).toEqual(['6 limited', '7 ok']);
    expect(failures).toMatchObject([{ settledHow: 'retried', settledBy: 'grace', settledWhy: 'it is mended' }]);
  });

  it('can be passed, and a judge that was passed has abstained', async () => {
    const turn = await failedTurn('refuses');
    expect(await pass(turn, { by: 'grace', why: 'it will not' }, laboratory.engine.world)).toMatchObject({ ok: true });
    await whenIn('refuses', 'ended');
    const verdicts = await laboratory.engine.means.database.$queryRaw<object[]>`
      select abstained, correct, p_correct from results.verdicts_all where experiment = 'refuses'`;
    expect(verdicts).toEqual([{ abstained: true, correct: null, p_correct: null }]);
  });
});
