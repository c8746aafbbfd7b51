import type { Plan } from '@moot/experiment';
import type { Said, Table } from '@moot/protocol';
import { changed, type Change, type World } from '@moot/runner';
import type { DerivedRow } from '../memory/world.ts';
import { planOf, runOf, type Wanted } from './plan.ts';

/** A world to be held to the contract, and what may be seen of it from outside. */
export interface Subject {
  readonly world: World;
  start(plan: Plan): Promise<void>;
  /** The keys of the jobs that wait. */
  jobs(): Promise<readonly string[]>;
  derived(run: string): Promise<readonly DerivedRow[]>;
  /** The same world as another process sees it. */
  elsewhere(): World;
  /** The moves that watchers were told of, as `run seq`. */
  readonly told: readonly string[];
  close(): Promise<void>;
}

/** A sentence about every world, and how it is tried. */
export interface Law {
  readonly says: string;
  holds(bench: Bench): Promise<void>;
}

/** A subject with what laws do to it. */
export interface Bench extends Subject {
  /** Starts an experiment of one run, and gives its name. */
  begin(wanted?: Wanted): Promise<string>;
  /** The keys of the jobs of one run. */
  jobsOf(run: string): Promise<readonly string[]>;
  say(run: string, said: Said, world?: World): Promise<Change>;
  tableOf(run: string, world?: World): Promise<Table>;
}

export function benchOf(subject: Subject): Bench {
  let runs = 0;
  return {
    ...subject,
    async begin(wanted) {
      runs += 1;
      await subject.start(planOf(`experiment-${runs}`, [runOf(`run-${runs}`, wanted)]));
      return `run-${runs}`;
    },
    jobsOf: async (run) => (await subject.jobs()).filter((key) => key.startsWith(`${run} `)).sort(),
    say: (run, said, world = subject.world) => world.extend(run, (now) => changed(now, said)),
    async tableOf(run, world = subject.world) {
      const found = await world.run(run);
      if (!found) throw new Error(`run ${run} is gone`);
      return found.table;
    },
  };
}
