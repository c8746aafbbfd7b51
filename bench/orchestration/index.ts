import { z } from 'zod';
import type { Benchmark } from '../benchmark.ts';
import { debatesTable, measureDebates } from './debates.ts';
import { evennessTable, measureEvenness } from './evenness.ts';
import { inHouse } from './house.ts';
import { longDebateTable, measureLongDebate } from './long-debate.ts';

const whole = (usual: number, about: string) =>
  z.coerce.number().int().min(1).max(100_000).default(usual).describe(`${about} (${usual})`);

const Settings = z.strictObject({
  debates: whole(40, 'debates at once'),
  rounds: whole(3, 'rounds of each'),
  concurrency: whole(16, 'turns taken at once'),
  repeats: whole(5, 'how often each is measured, after a first time that does not count'),
  steps: whole(1000, 'steps of the run by scripts, two moves each'),
  'long-rounds': whole(100, 'rounds of the long debate'),
});

/** What the engine adds to the model calls that it makes, and whether a long run stays as quick as a short one. */
export const orchestration: Benchmark = {
  about: 'moves a second and CPU per move, against a bare loop of the same calls; and whether long runs stay even',
  settings: Settings,
  run: (given, remark) => measureOrchestration(Settings.parse(given), remark),
};

type OrchestrationSettings = z.output<typeof Settings>;

/** The whole benchmark; in an embedded PostgreSQL of its own unless the address of an empty database is given. */
export async function measureOrchestration(
  settings: OrchestrationSettings,
  remark: (text: string) => void,
  databaseUrl?: string,
) {
  const { debates, rounds, concurrency, repeats, steps, 'long-rounds': longRounds } = settings;
  const given = { questions: debates, concurrency, ...(databaseUrl !== undefined && { databaseUrl }) };
  return inHouse(given, async (house) => {
    remark(`${debates} debates of ${rounds} rounds, ${repeats + 1} times, with a bare loop after each …`);
    const plain = await measureDebates(house, settings, 'end');
    remark('the same with beliefs each round …');
    const believing = await measureDebates(house, settings, 'each-round');
    remark(`a run of ${2 * steps} moves by scripts, ${repeats + 1} times …`);
    const evened = await measureEvenness(house, settings);
    remark(`a debate of ${longRounds} rounds …`);
    const long = await measureLongDebate(house, longRounds);
    const what = `${debates} debates of ${rounds} rounds, ${concurrency} turns at once`;
    return {
      tables: [
        debatesTable(what, plain),
        debatesTable(`${what}, beliefs each round`, believing),
        evennessTable(evened),
        longDebateTable(long),
      ],
      measured: { debates: plain, debatesWithBeliefs: believing, runByScripts: evened, longDebate: long },
    };
  });
}
