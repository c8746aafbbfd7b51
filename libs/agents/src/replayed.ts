import type { Ask, Attempt, Call } from '@moot/runner';
import { unasked } from './attempt.ts';
import { known } from './heard.ts';
import { promptHash } from './prompt-hash.ts';

/**
 * A model that answers as it did before: by the hash of the prompt, attempt after attempt, the last one again from then on.
 * A prompt that was never asked is rejected; nothing is made up and nothing is spent.
 */
export function replayed(calls: readonly Call[], _otherwise: 'fail'): Ask {
  const kept = new Map<string, Call[]>();
  for (const call of calls) kept.set(call.promptHash, [...(kept.get(call.promptHash) ?? []), call]);
  const asked = new Map<string, number>();
  return (request, { signal, hear }) => {
    if (signal.aborted) return Promise.resolve(unasked('stopped', 'stopped before it was asked'));
    const hash = promptHash(request);
    const times = asked.get(hash) ?? 0;
    asked.set(hash, times + 1);
    const call = kept.get(hash)?.at(times) ?? kept.get(hash)?.at(-1);
    if (!call) return Promise.resolve(unasked('rejected', missing(request.model, hash)));
    if (hear && call.text !== '') hear(call.text);
    return Promise.resolve(attemptIn(call));
  };
}

function attemptIn({ status, text, ms, sent, simulated, ...call }: Call): Attempt {
  return {
    ...{ status, text, ms, sent, simulated },
    ...known('cause', call.cause),
    ...known('retryAfter', call.retryAfter),
    ...known('usage', call.usage),
    ...known('costUsd', call.costUsd === undefined ? undefined : 0),
    ...known('reported', call.reported),
  };
}

function missing(model: string, hash: string): string {
  return `nothing was kept that ${model} answered to this prompt (${hash.slice(0, 12)}): it is not the prompt that was asked then`;
}
