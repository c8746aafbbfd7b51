import type { Call, TurnRef, World } from '@moot/runner';
import { jobKey } from '../jobs/turn-ref.ts';

/** Model calls and failures in memory: what is kept of a turn beside its move. */
export function memoryTurns(addJob: (turn: TurnRef) => void): Pick<World, 'calls' | 'keepCall' | 'fail' | 'settle'> {
  const calls = new Map<string, readonly Call[]>();
  /** How many calls a turn had when it was last retried. */
  const earlier = new Map<string, number>();
  const failed = new Set<string>();

  return {
    calls(turn) {
      const before = earlier.get(jobKey(turn)) ?? 0;
      const later = (calls.get(jobKey(turn)) ?? []).filter(({ attempt }) => attempt > before);
      return Promise.resolve({ earlier: before, calls: later });
    },
    keepCall(call) {
      const key = jobKey(call.turn);
      calls.set(key, withCall(calls.get(key) ?? [], call));
      return Promise.resolve();
    },
    fail(turn) {
      failed.add(jobKey(turn));
      return Promise.resolve();
    },
    settle(turn, { how }) {
      const key = jobKey(turn);
      if (!failed.delete(key)) return Promise.resolve(false);
      if (how === 'retried') {
        earlier.set(key, calls.get(key)?.length ?? 0);
        addJob(turn);
      }
      return Promise.resolve(true);
    },
  };
}

/** Kept again, a call's fault is added; another one with its number gets the next. */
function withCall(before: readonly Call[], call: Call): readonly Call[] {
  const taken = before.find(({ attempt }) => attempt === call.attempt);
  if (!taken) return [...before, call];
  const isSame = taken.part === call.part && taken.ms === call.ms && taken.text === call.text;
  if (!isSame) return withCall(before, { ...call, attempt: call.attempt + 1 });
  return before.map((each) => (each === taken && call.fault !== undefined ? { ...each, fault: call.fault } : each));
}
