import { importQuestions, type Engine } from '@moot/server';
import { inviteJudges } from '@moot/server/desk';
import { draftOf } from '@moot/server/plan';
import { startExperiment } from '@moot/store';

/** What is done on a server before anybody looks at it, and what its database answers. */
export interface Keeping {
  /** Reads a data set from a file or a folder, or makes one up. */
  importAs(name: string, format: string, path: string): Promise<void>;
  /** Starts an experiment. */
  start(text: string, people?: 'people' | 'simulated'): Promise<void>;
  /** Links for so many judges. */
  invite(experiment: string, judges?: number): Promise<readonly string[]>;
  /** What the database answers. */
  rows(sql: string, ...values: readonly string[]): Promise<readonly Row[]>;
}

type Row = Readonly<Record<string, unknown>>;

export function keeping(engine: Engine, url: string): Keeping {
  const { means } = engine;
  return {
    async importAs(name, format, path) {
      const { refused } = await importQuestions(engine, { name, format, path });
      if (refused.length > 0) throw new Error(refused.map(({ why }) => why).join('\n'));
    },
    async start(text, people = 'people') {
      const drafted = await draftOf(engine, { file: 'experiment.yaml', text, people });
      if (!drafted.ok) throw new Error(drafted.faults.map(({ why }) => why).join('\n'));
      const started = await startExperiment(means, drafted.plan, text);
      if (!started.ok) throw new Error(started.why);
    },
    async invite(experiment, judges = 1) {
      const links = await inviteJudges(engine, { experiment, judges, by: 'test' });
      if (!links) throw new Error(`there is no experiment ${experiment}`);
      return links.map(({ path }) => url + path);
    },
    rows: (sql, ...values) => means.database.$queryRawUnsafe<Row[]>(sql, ...values),
  };
}
