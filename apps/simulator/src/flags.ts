import { parseArgs } from 'node:util';
import { FAULTS, type Fault, type FaultPlan } from './faults/plan.ts';
import type { SimulatorOptions } from './simulator.ts';

export const USAGE = `simulator [--port N] [--host 127.0.0.1] [--key-file FILE] [--seed N]
          [--latency-ms N] [--tokens-per-second N] [--fault NAME=RATE | --fault NAME@CALL]… [--retry-after SECONDS]

Answers like an OpenAI endpoint on this machine and prints its base URL. A fault happens at a rate from 0 to 1
(--fault cut=0.1), or to the call of that number (--fault limited@3). Faults: ${FAULTS.join(', ')}.`;

/** Reads the words of a command line; what is wrong with them is said in words. */
export function readFlags(
  words: readonly string[],
): { readonly options: SimulatorOptions } | { readonly help: true } | { readonly wrong: string } {
  try {
    const { values } = parseArgs({ args: [...words], options: FLAGS, strict: true, allowPositionals: false });
    return values.help === true ? { help: true } : { options: optionsOf(values) };
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
}

const FLAGS = {
  port: { type: 'string' },
  host: { type: 'string' },
  'key-file': { type: 'string' },
  seed: { type: 'string' },
  'latency-ms': { type: 'string' },
  'tokens-per-second': { type: 'string' },
  fault: { type: 'string', multiple: true },
  'retry-after': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = Partial<Record<Exclude<keyof typeof FLAGS, 'fault' | 'help'>, string>> & {
  readonly fault?: readonly string[];
};

function optionsOf(values: Values): SimulatorOptions {
  const { host = '127.0.0.1', 'key-file': keyFile, seed } = values;
  if (host !== '127.0.0.1') throw new Error(`--host ${host}: the simulator knows truths and listens on 127.0.0.1 only`);
  const tokensPerSecond = numberOf(values, 'tokens-per-second', { above: 0 });
  const firstMs = numberOf(values, 'latency-ms') ?? 0;
  return {
    host,
    port: numberOf(values, 'port', { most: 65_535 }) ?? 0,
    latency: tokensPerSecond === undefined ? { firstMs } : { firstMs, tokensPerSecond },
    faults: { ...planOf(values.fault ?? []), ...retryOf(values) },
    ...(keyFile !== undefined && { keyFile }),
    ...(seed !== undefined && { seed: numberOf(values, 'seed') ?? 0 }),
  };
}

function retryOf(values: Values): FaultPlan {
  const retryAfter = numberOf(values, 'retry-after', { most: 86_400 });
  return retryAfter === undefined ? {} : { retryAfter };
}

function numberOf(
  values: Values,
  flag: Exclude<keyof Values, 'fault'>,
  { above = -1, most = 1e9 } = {},
): number | undefined {
  const text = values[flag];
  if (text === undefined) return undefined;
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  const isWhole = flag === 'tokens-per-second' || Number.isInteger(number);
  if (!(number > above && number <= most && isWhole))
    throw new Error(`--${flag} ${text}: give a number from ${above < 0 ? '0' : 'above 0'} to ${String(most)}`);
  return number;
}

function planOf(faults: readonly string[]): FaultPlan {
  const planned = faults.map(plannedFault);
  const rates = Object.fromEntries(planned.flatMap(({ fault, rate }) => (rate === undefined ? [] : [[fault, rate]])));
  const last = Math.max(0, ...planned.map(({ call = 0 }) => call));
  const sequence = Array.from({ length: last }, (_, i) => planned.find(({ call }) => call === i + 1)?.fault ?? 'none');
  return { rates, sequence };
}

/** Of `cut=0.1` the rate, of `cut@3` the number of the call. */
function plannedFault(text: string): { readonly fault: Fault; readonly rate?: number; readonly call?: number } {
  const [, name, how, number] = /^([\w-]+)([=@])([\d.]+)$/.exec(text) ?? [];
  const fault = FAULTS.find((known) => known === name);
  const value = Number(number);
  if (!fault) throw new Error(`--fault ${text}: write NAME=RATE or NAME@CALL, with one of ${FAULTS.join(', ')}`);
  if (how === '=' && value <= 1) return { fault, rate: value };
  if (how === '@' && Number.isInteger(value) && value >= 1 && value <= 100_000) return { fault, call: value };
  throw new Error(`--fault ${text}: a rate is from 0 to 1, a call a whole number from 1`);
}
