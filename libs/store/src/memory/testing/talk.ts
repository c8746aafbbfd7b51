import type { ModelSitter, Sitter } from '@moot/experiment';
import {
  Belief,
  beliefReply,
  define,
  listedAs,
  open,
  protocol,
  taken,
  turnShape,
  type How,
  type Prompt,
} from '@moot/protocol';
import { take, type Ask, type Attempt, type ModelRequest, type Tools, type TurnRef, type World } from '@moot/runner';
import { z } from 'zod';
import { planOf, runOf } from '../../contract/plan.ts';
import { memoryWorld } from '../world.ts';

const Speech = z.object({ ...turnShape, kind: z.literal('speech'), text: z.string() }).readonly();
type Said = z.output<typeof Speech> | Belief;

const asks = (content: string, reply: Prompt['reply'] = { form: 'text' }): Prompt => ({
  messages: [{ role: 'user', content }],
  reply,
  mostTokens: 99,
});
const textOf = (draft: object) => ('text' in draft ? String(draft.text) : '');
/** Of yes and no: the first is what is wished for. */
const wish = ({ listed, answer = 'stated' }: How) =>
  beliefReply(listedAs([0, 1], { ...(listed && { listed }) }), 'belief', { answer });

/** A speaks, then the judge believes. A speech has at least two words. */
const talk = define<object, object, Said>({
  protocol: protocol<object, Said>({
    name: 'talk',
    next: (_setup, moves) =>
      [
        { seat: 'A', kind: 'speech', at: 'round 1' },
        { seat: 'judge', kind: 'belief', at: 'round 1' },
      ]
        .filter((turn) => !taken(moves, turn))
        .slice(0, 1)
        .map((turn) => open(moves, turn)),
    view: (_setup, moves) => [taken(moves, { seat: 'A', kind: 'speech', at: 'round 1' }) ?? []].flat(),
    watches: () => false,
    brief: () => ({}),
    outcome: () => [],
    fault: (_setup, _moves, move) =>
      'text' in move && move.text.split(' ').length < 2 ? 'Say at least two words.' : undefined,
  }),
  version: '1.0.0',
  options: z.object({}),
  setup: z.object({}),
  moves: { speech: Speech, belief: Belief },
  seats: () => [
    { seat: 'A', role: 'debater' as const },
    { seat: 'judge', role: 'judge' as const },
  ],
  arrange: () => ({}),
  prompt({ turn }, how) {
    if (turn.kind === 'speech') return asks('Speak.');
    const { listed = 'frozen', answer = 'stated' } = how;
    return asks(`Judge ${listed} ${answer}.`, beliefReply(listedAs([0, 1], how), 'belief', how));
  },
  drafting: {
    drafts: ({ turn }) => turn.kind === 'speech',
    rate: ({ draft }, how) => asks(`Rate ${how.listed ?? 'frozen'}: ${textOf(draft)}`, wish(how)),
    critique: ({ draft }) => asks(`Criticise: ${textOf(draft)}`),
    helpful: (_drafted, critique, how) => asks(`Helpful: ${critique}`, wish(how)),
    revise: ({ draft }, critique) => asks(`Revise: ${textOf(draft)} | ${critique}`),
  },
  assigned: ({ turn }) => (turn.kind === 'speech' ? { question: 'Which?', options: ['x', 'y'], side: 1 } : undefined),
});

export type Answering = (asked: string, request: ModelRequest) => string | Partial<Attempt>;

/** A world with one run, and models that answer by what they are asked. */
export function begun(seats: Readonly<Record<string, Partial<ModelSitter>>>, answering: Answering) {
  const world = memoryWorld({ openTable: ({ setup, moves }) => talk.table(setup, moves) });
  const sitters = Object.entries(seats).map(([seat, sitter]): [string, Sitter] => [
    seat,
    { model: 'openai/m', ...sitter, kind: 'model' },
  ]);
  world.start(planOf('trial', [{ ...runOf('r'), seats: Object.fromEntries(sitters) }]));
  const asked: ModelRequest[] = [];
  const heard: string[] = [];
  const failures: string[] = [];
  let stopsAfter = Number.POSITIVE_INFINITY;
  const ask: Ask = (request) => {
    if (asked.length >= stopsAfter) return Promise.resolve(attempt({ status: 'stopped' }));
    asked.push(request);
    const answer = answering(request.messages[0]?.content ?? '', request);
    return Promise.resolve(attempt(typeof answer === 'string' ? { text: answer } : answer));
  };
  const tools: Tools = {
    ask,
    read: (reply, { text }) => {
      if (reply.form === 'text') return { ok: true, said: { text } };
      const parsed = reply.schema.safeParse(JSON.parse(text));
      return parsed.success ? { ok: true, said: parsed.data } : { ok: false, fault: 'It cannot be read.' };
    },
    promptHash: () => 'hash',
    pause: () => Promise.resolve(),
    listener: { begins: ({ seat }) => void heard.push(`${seat} begins`), hears: () => undefined },
    compliance: {
      rule: (_assigned, text) => (text.includes('y') ? 'complies' : 'unknown'),
      prompt: (_assigned, text) => asks(`Check: ${text}`),
      read: (said) => ('text' in said && said.text === 'it refuses' ? 'refuses' : 'unknown'),
    },
  };
  const failing: World = {
    ...world,
    fail(turn, failure) {
      failures.push(failure.words);
      return world.fail(turn, failure);
    },
  };
  const go = (turn: TurnRef) => take(turn, failing, tools, new AbortController().signal);
  const parts = async (turn: TurnRef) => (await world.calls(turn)).calls.map(({ part }) => part);
  const moves = async () => (await world.run('r'))?.table.moves ?? [];
  return { world, asked, heard, failures, go, parts, moves, stopAfter: (calls: number) => void (stopsAfter = calls) };
}

const attempt = (change: Partial<Attempt>): Attempt => ({
  status: 'ok',
  text: '',
  ms: 1,
  sent: {},
  simulated: false,
  ...change,
});
export const SPEECH: TurnRef = { run: 'r', seat: 'A', kind: 'speech', at: 'round 1', version: 1 };
export const BELIEF: TurnRef = { ...SPEECH, seat: 'judge', kind: 'belief' };
/** A belief as a model states it, in percent for the option that is listed first. */
export const stated = (first: number) => JSON.stringify({ probabilities: { 1: first, 2: 100 - first } });
