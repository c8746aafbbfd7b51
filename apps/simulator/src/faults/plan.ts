import { z } from 'zod';
import { dieOf } from '../chance.ts';
import { ROLES, type Role } from '../players/model.ts';

/** Everything that can go wrong at an endpoint. */
export const FAULTS = [
  /** 429 with Retry-After. */
  'limited',
  /** 500 with an error body. */
  'server-error',
  /** 502 with a page of HTML. */
  'bad-gateway',
  /** Never answers. */
  'timeout',
  /** The connection is cut in the middle of the reply. */
  'cut',
  /** The reply stops in the middle, and the connection stays. */
  'stall',
  /** The reply ends without a finish reason. */
  'unfinished',
  /** The body, or an event of the stream, is no JSON. */
  'malformed',
  /** An error body, or an error event, with status 200. */
  'error-in-200',
  /** A reply of 10 MB. */
  'huge',
  /** A reply that never ends. */
  'endless',
  /** A reply without text. */
  'empty',
  /** The player will not do it. */
  'refusal',
  /** The first half of the reply, as if it were the whole. */
  'half-json',
  /** The JSON of a judge in another language. */
  'wrong-json',
  /** Probabilities that add up to more than 100. */
  'bad-sum',
  /** A speech of five words. */
  'too-short',
  /** A speech of four times its length. */
  'too-long',
] as const;
export type Fault = (typeof FAULTS)[number];

const rate = z.number().min(0).max(1);

/** Which calls go wrong, and how. */
export const FaultPlan = z
  .strictObject({
    /** How often each fault happens. What happens to a request follows from the seed and from how often the same request was made. */
    rates: z.partialRecord(z.enum(FAULTS), rate).exactOptional(),
    /** What happens to the first, the second … call after the plan was set; after its end the rates count. */
    sequence: z
      .array(z.enum([...FAULTS, 'none']))
      .readonly()
      .exactOptional(),
    /** Only the calls of these roles are counted and go wrong. */
    only: z.array(z.enum(ROLES)).readonly().exactOptional(),
    /** What `limited` says in Retry-After, in seconds. */
    retryAfter: z.number().min(0).max(86_400).exactOptional(),
    seed: z.int().exactOptional(),
  })
  .refine(({ rates = {} }) => sum(rates) <= 1, { path: ['rates'], error: 'the rates add up to more than 1' });
export type FaultPlan = Readonly<z.output<typeof FaultPlan>>;

/** What a fault may depend on. */
export interface Occasion {
  readonly role: Role;
  readonly bodyHash: string;
  /** How often the same body came before. */
  readonly repeat: number;
}

/** Follows a plan from its first call on. */
export function planned({
  rates = {},
  sequence = [],
  only,
  seed = 0,
}: FaultPlan): (occasion: Occasion) => Fault | undefined {
  let calls = 0;
  return ({ role, bodyHash, repeat }) => {
    if (only && !only.includes(role)) return undefined;
    const next = sequence[calls++];
    if (next !== undefined) return next === 'none' ? undefined : next;
    return drawn(rates, dieOf(seed, bodyHash, repeat)('fault'));
  };
}

function drawn(rates: Readonly<Partial<Record<Fault, number>>>, number: number): Fault | undefined {
  let upTo = 0;
  return FAULTS.find((fault) => {
    upTo += rates[fault] ?? 0;
    return number < upTo;
  });
}

function sum(rates: Readonly<Partial<Record<Fault, number>>>): number {
  return Object.values(rates).reduce((total, each) => total + each, 0);
}
