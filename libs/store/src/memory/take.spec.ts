import { define, open, protocol, taken, turnShape, type Prompt, type Turn } from '@moot/protocol';
import { pass, retry, take, type Ask, type Attempt, type ModelRequest, type Tools, type TurnRef } from '@moot/runner';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { planOf, runOf } from '../contract/plan.ts';
import { memoryWorld } from './world.ts';

interface Setup {
  readonly rounds: number;
}

const Speech = z.object({ ...turnShape, kind: z.literal('speech'), text: z.string() }).readonly();
const prompt = (): Prompt => ({
  messages: [{ role: 'user', content: 'Speak.' }],
  reply: { form: 'text' },
  mostTokens: 9,
});

/** One seat that says three words, or two seats in a row. */
const monologue = define<Setup, object, z.output<typeof Speech>>({
  protocol: protocol<Setup, z.output<typeof Speech>>({
    name: 'monologue',
    next: ({ rounds }, moves) =>
      Array.from({ length: rounds }, (_, i) => ({ seat: 'A', kind: 'speech', at: `round ${i + 1}` }))
        .filter((turn) => !taken(moves, turn))
        .slice(0, 1)
        .map((turn) => open(moves, turn)),
    view: () => [],
    watches: () => false,
    brief: () => ({}),
    outcome: () => [],
    fault: (_setup, _moves, { text }) => (text.split(' ').length < 3 ? 'Say at least three words.' : undefined),
  }),
  version: '1.0.0',
  options: z.object({}),
  setup: z.object({ rounds: z.int() }),
  moves: { speech: Speech },
  seats: () => [{ seat: 'A', role: 'debater' as const }],
  arrange: () => ({ rounds: 1 }),
  prompt,
});

const reply = (text: string, change: Partial<Attempt> = {}): Attempt => ({
  status: 'ok',
  text,
  ms: 1,
  sent: {},
  simulated: false,
  ...change,
});
const lost = (status: Attempt['status'], retryAfter?: number): Attempt =>
  reply('', { status, cause: `it was ${status}`, ...(retryAfter !== undefined && { retryAfter }) });

/** A world with one run, and a model that gives these answers in turn. */
function begun(answers: readonly Attempt[], rounds = 1) {
  const world = memoryWorld({ openTable: ({ setup, moves }) => monologue.table(setup, moves) });
  world.start(planOf('trial', [runOf('r', { rounds })]));
  const asked: ModelRequest[] = [];
  const pauses: number[] = [];
  const ask: Ask = (request) => Promise.resolve(answers[asked.push(request) - 1] ?? lost('unreachable'));
  const tools: Tools = {
    ask,
    read: (_reply, text) =>
      text === 'mumble' ? { ok: false, fault: 'It cannot be read.' } : { ok: true, said: { text } },
    promptHash: () => 'hash',
    pause: (ms) => Promise.resolve(void pauses.push(ms)),
  };
  const go = (turn: TurnRef = FIRST, signal = new AbortController().signal) => take(turn, world, tools, signal);
  const moves = async () => (await world.run('r'))?.table.moves ?? [];
  return { world, asked, pauses, tools, go, moves };
}

const FIRST: TurnRef = { run: 'r', seat: 'A', kind: 'speech', at: 'round 1', version: 1 };

describe('taking a turn', () => {
  it('asks once, keeps the attempt and then the move, and puts the next turn in the queue', async () => {
    const { go, moves, world, asked } = begun([reply('one two three')], 2);
    world.nextJob();
    expect(await go()).toBe('moved');
    expect(await moves()).toMatchObject([{ seat: 'A', text: 'one two three', by: 'model:openai/small' }]);
    expect((await world.calls(FIRST)).calls).toMatchObject([{ attempt: 1, status: 'ok' }]);
    expect(world.jobs()).toEqual([{ ...FIRST, at: 'round 2' }]);
    expect(asked).toHaveLength(1);
  });

  it('does not ask for what was answered and kept before a crash', async () => {
    const { go, moves, world, asked } = begun([]);
    await world.keepCall({
      ...reply('kept before it'),
      turn: FIRST,
      attempt: 1,
      model: 'openai/small',
      messages: [],
      promptHash: '',
    });
    expect(await go()).toBe('moved');
    expect(await moves()).toMatchObject([{ text: 'kept before it' }]);
    expect(asked).toEqual([]);
  });

  it('tells the model what its reply was refused for, by the form or by the rules, and takes the next', async () => {
    const { go, asked, world } = begun([reply('mumble'), reply('too short'), reply('now it is long enough')]);
    expect(await go()).toBe('moved');
    expect(asked.map(({ messages }) => messages.at(-1)?.content)).toEqual([
      'Speak.',
      'That cannot be taken: It cannot be read. Answer again, in full, in the form that was asked for.',
      'That cannot be taken: Say at least three words. Answer again, in full, in the form that was asked for.',
    ]);
    expect((await world.calls(FIRST)).calls.map(({ fault }) => fault)).toEqual([
      'It cannot be read.',
      'Say at least three words.',
      undefined,
    ]);
    expect(new Set(asked.map(({ parameters }) => parameters.seed)).size).toBe(3);
  });

  it('waits as long as it is told before it asks again', async () => {
    const { go, pauses } = begun([lost('limited', 90_000), reply('one two three')]);
    expect(await go()).toBe('moved');
    expect(pauses).toEqual([0, 90_000]);
  });

  it('fails after its bound, and is taken afresh once it is retried', async () => {
    const { go, world, asked, moves } = begun([reply('no'), reply('no'), reply('no'), reply('yes it works')]);
    expect(await go()).toBe('failed');
    expect(asked).toHaveLength(3);
    expect(await retry(FIRST, { by: 'ada' }, world)).toBe(true);
    expect(await retry(FIRST, { by: 'ada' }, world)).toBe(false);
    expect(await go()).toBe('moved');
    expect(await moves()).toHaveLength(1);
    expect(await world.calls(FIRST)).toMatchObject({ earlier: 3, calls: [{ attempt: 4 }] });
  });

  it('goes on without a turn that is passed', async () => {
    const { world, moves, go } = begun([], 2);
    world.nextJob();
    expect(await go()).toBe('failed');
    expect(await pass(FIRST, { by: 'ada', why: 'no answer' }, world)).toMatchObject({
      ok: true,
      due: [{ at: 'round 2' }],
    });
    expect(await moves()).toMatchObject([{ passed: 'no answer', by: 'person:ada' }]);
  });

  it('makes no call that a cap forbids', async () => {
    const { world, tools, asked } = begun([reply('one two three')]);
    const words = 'the cap is reached';
    const capped = { ...world, reserve: () => Promise.resolve({ ok: false as const, words }) };
    expect(await take(FIRST, capped, tools, new AbortController().signal)).toBe('failed');
    expect(asked).toEqual([]);
  });

  it('leaves everything as it is when it is stopped', async () => {
    const { go, world, moves } = begun([lost('stopped')]);
    expect(await go()).toBe('stopped');
    expect(await go(FIRST, AbortSignal.abort())).toBe('stopped');
    expect([await moves(), (await world.calls(FIRST)).calls]).toEqual([[], []]);
  });

  it('does nothing for a turn that is not open, a run that is not there, or a seat of people', async () => {
    const { go, asked } = begun([]);
    const others: readonly Partial<Turn & TurnRef>[] = [
      { at: 'round 2' },
      { version: 2 },
      { run: 'x' },
      { seat: 'judge' },
    ];
    for (const other of others) expect(await go({ ...FIRST, ...other })).toBe('not-open');
    expect(asked).toEqual([]);
  });
});
