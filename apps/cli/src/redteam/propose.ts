import { strategiesPrompt, type Search, type Tried } from '@moot/experiment';
import { readReply } from '@moot/agents';
import type { Prompt } from '@moot/protocol';
import type { Attempt } from '@moot/runner';
import type { Engine } from '@moot/server';
import { z } from 'zod';

export interface Proposing extends Search {
  /** The model that proposes. */
  readonly attacker: string;
  readonly protocol: string;
  readonly tried: readonly Tried[];
  readonly count: number;
  readonly seed: number;
  readonly signal: AbortSignal;
}

export interface Proposed {
  readonly strategies: readonly string[];
  readonly calls: number;
}

/** Asks the attacker for strategies that were not tried yet, up to three times; throws with what was wrong with the last reply. */
export async function proposed(engine: Engine, proposing: Proposing): Promise<Proposed> {
  const { attacker, tried, count, seed, signal } = proposing;
  const ask = await engine.asking();
  const prompt = strategiesPrompt(proposing, proposing);
  const known = new Set(tried.map(({ strategy }) => strategy));
  let wrong = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const made = await ask({ model: attacker, parameters: { seed: seed + attempt }, ...prompt }, { signal });
    const read = saidIn(prompt, made);
    const fresh = 'wrong' in read ? [] : [...new Set(read.strategies)].filter((strategy) => !known.has(strategy));
    if (fresh.length > 0) return { strategies: fresh.slice(0, count), calls: attempt };
    wrong = 'wrong' in read ? read.wrong : 'it proposed only what was tried before';
  }
  throw new Error(`${attacker} proposed nothing of use in ${ATTEMPTS} attempts; the last: ${wrong}`);
}

function saidIn(
  { reply }: Prompt,
  made: Attempt,
): { readonly strategies: readonly string[] } | { readonly wrong: string } {
  if (made.status !== 'ok') return { wrong: made.cause ?? made.status };
  const read = readReply(reply, made);
  return read.ok ? Said.parse(read.said) : { wrong: read.fault };
}

const Said = z.object({ strategies: z.array(z.string()) });

const ATTEMPTS = 3;
