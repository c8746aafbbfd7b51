import { bounded, latest, type Bounded } from './bounded.ts';
import type { Fault } from './faults/plan.ts';
import type { Role } from './players/model.ts';

/** What is kept of a call: nothing of what was said in it. */
export interface CallRecord {
  /** Counted from 1. */
  readonly number: number;
  /** The model as it was named. */
  readonly model: string;
  readonly role: Role;
  /** SHA-256 of the messages. */
  readonly promptHash: string;
  /** SHA-256 of the whole body. */
  readonly bodyHash: string;
  /** How often the same body came before. */
  readonly repeat: number;
  readonly isStreamed: boolean;
  readonly fault?: Fault;
  readonly outcome: Outcome;
}

/** `aborted`: the client went before the end. What the simulator itself cut short is finished. */
export type Outcome = 'running' | 'finished' | 'aborted';

/** Counts, for tests in other processes. */
export interface Stats {
  readonly started: number;
  readonly running: number;
  readonly finished: number;
  readonly aborted: number;
  /** Requests that were not understood; they are not started. */
  readonly rejected: number;
  /** How many calls repeated a body that had come before. */
  readonly repeats: number;
  readonly models: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
  /** The latest prompts, oldest first. */
  readonly latestPrompts: readonly string[];
  /** How often bodies came that came more than once. */
  readonly repeated: Readonly<Record<string, number>>;
}

/** Counts calls; what it keeps of each is bounded. */
export interface Tally {
  /** How often a body came before, which from now on is once more. */
  seen(bodyHash: string): number;
  begin(call: Omit<CallRecord, 'number' | 'outcome'>): { end(outcome: Ended): void };
  reject(): void;
  count(): number;
  calls(): readonly CallRecord[];
  stats(): Stats;
}

type Ended = Exclude<Outcome, 'running'>;

/** Keeps the latest calls and, for so many bodies, how often each came. */
export function tally({ kept = 1000, bodies = 100_000 } = {}): Tally {
  const counts = { started: 0, running: 0, finished: 0, aborted: 0, rejected: 0, repeats: 0 };
  const calls = latest<Entry>(kept);
  const byBody = bounded<number>(bodies);
  const byModel = bounded<number>(200);
  const byFault = bounded<number>(200);

  return {
    seen(bodyHash) {
      const before = raise(byBody, bodyHash) - 1;
      if (before > 0) counts.repeats++;
      return before;
    },
    begin(call) {
      counts.started++;
      counts.running++;
      raise(byModel, call.model);
      if (call.fault) raise(byFault, call.fault);
      const entry: Entry = { call: { ...call, number: counts.started }, outcome: 'running' };
      calls.add(entry);
      return {
        end(outcome) {
          entry.outcome = outcome;
          counts.running--;
          counts[outcome]++;
        },
      };
    },
    reject() {
      counts.rejected++;
    },
    count: () => counts.started,
    calls: () => calls.list().map(({ call, outcome }) => ({ ...call, outcome })),
    stats: () => ({ ...counts, ...shown({ calls: calls.list().map(({ call }) => call), byBody, byModel, byFault }) }),
  };
}

interface Entry {
  readonly call: Omit<CallRecord, 'outcome'>;
  outcome: Outcome;
}

function raise(counts: Bounded<number>, key: string): number {
  const count = (counts.get(key) ?? 0) + 1;
  counts.set(key, count);
  return count;
}

interface Kept {
  readonly calls: readonly Entry['call'][];
  readonly byBody: Bounded<number>;
  readonly byModel: Bounded<number>;
  readonly byFault: Bounded<number>;
}

function shown({
  calls,
  byBody,
  byModel,
  byFault,
}: Kept): Pick<Stats, 'models' | 'faults' | 'latestPrompts' | 'repeated'> {
  return {
    models: Object.fromEntries(byModel.entries()),
    faults: Object.fromEntries(byFault.entries()),
    latestPrompts: calls.slice(-200).map(({ promptHash }) => promptHash),
    repeated: Object.fromEntries(
      byBody
        .entries()
        .filter(([, count]) => count > 1)
        .slice(-1000),
    ),
  };
}
