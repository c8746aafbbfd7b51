import type { Said } from '@moot/protocol';
import type { Call, TurnRef } from '@moot/runner';

/** What is said in the parleys of the contract, by ada, who judges, and two models. */
export const prior = {
  seat: 'judge',
  kind: 'belief',
  at: 'round 0',
  version: 1,
  by: 'person:ada',
  said: { belief: [0.3, 0.7] },
} as const satisfies Said;

interface Spoken {
  readonly round?: number;
  readonly text?: string;
  readonly marks?: object;
}

export function speech(seat: 'A' | 'B', { round = 1, ...said }: Spoken = {}) {
  const at = `round ${round}`;
  const text = `${seat} in ${at}`;
  return { seat, kind: 'speech', at, version: 1, by: 'model:openai/small', said: { text, ...said } } as const;
}

export function verdict(belief: readonly number[]) {
  const said = { belief, reason: 'I was convinced' };
  return { seat: 'judge', kind: 'verdict', at: 'end', version: 1, by: 'person:ada', said } as const;
}

export function turnOf(run: string, seat: string): TurnRef {
  return { run, seat, kind: 'speech', at: 'round 1', version: 1 };
}

export function callOf(turn: TurnRef, attempt: number, change: Partial<Call> = {}): Call {
  return {
    turn,
    part: 'move',
    attempt,
    model: 'openai/small',
    messages: [{ role: 'user', content: 'Speak.' }],
    promptHash: 'hash',
    status: 'ok',
    text: `reply ${attempt}`,
    usage: { promptTokens: 10, replyTokens: 20, isEstimated: true },
    costUsd: 0.000123,
    ms: 250,
    reported: { model: 'small-2026', requestId: 'r1', fingerprint: 'f' },
    sent: { temperature: 0.4 },
    simulated: false,
    ...change,
  };
}
