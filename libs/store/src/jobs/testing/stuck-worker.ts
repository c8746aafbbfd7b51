import { work } from '../work.ts';

/** A worker process that says which turn it has taken and never ends it: to be killed in the middle. */
const [databaseUrl = ''] = process.argv.slice(2);
await work({
  databaseUrl,
  concurrency: 1,
  take: (turn) => {
    process.stdout.write(`${turn.run}\n`);
    return new Promise(() => undefined);
  },
});
