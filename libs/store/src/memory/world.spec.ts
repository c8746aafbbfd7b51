import { jobKey } from '../jobs/turn-ref.ts';
import { openParley } from '../contract/parley.ts';
import { worldContract } from '../contract/world.ts';
import { memoryWorld } from './world.ts';

worldContract('in memory', () => {
  const told: string[] = [];
  const world = memoryWorld({ openTable: openParley, changed: (run, seq) => void told.push(`${run} ${seq}`) });
  return Promise.resolve({
    world,
    told,
    start(plan) {
      world.start(plan);
      return Promise.resolve();
    },
    jobs: () => Promise.resolve(world.jobs().map(jobKey)),
    derived: (run) => Promise.resolve(world.derived(run)),
    elsewhere: () => world,
    close: () => Promise.resolve(),
  });
});
