import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command } from './testing/command.ts';
import { surroundings, type Surroundings } from './testing/surroundings.ts';

const DEBATE =
  '{ protocol: debate, setup: { order: simultaneous, rounds: 2 }, seats: { debater: sim/debater, judge: sim/judge } }';

let place: Surroundings;
let run: string;
beforeAll(async () => {
  place = await surroundings();
  await command('import', 'worlds', 'seed=7,count=4');
  const text = `name: pilot\nseed: 1\nquestions: { dataset: worlds, sample: 1 }\narms:\n  debate: ${DEBATE}\n`;
  await command('run', place.file('pilot.yaml', text), '--wait');
  const runs = z.array(z.object({ id: z.string() })).parse(JSON.parse((await command('ls', 'runs', '--json')).out));
  run = runs[0]?.id ?? '';
});
afterAll(() => place.remove());

describe('moot replay', () => {
  it('has a finished run judged again, and prints what was believed beside what was believed before', async () => {
    const { out, remarks, fault } = await command(
      'replay',
      run,
      '--judge',
      'sim/judge?ability=2',
      '--shown',
      'stepped',
    );
    expect(fault).toBeUndefined();
    expect(remarks).toContain('in pilot / debate · again · stepped · sim/judge?ability=2');
    expect(out).toMatch(/^sim\/judge\?ability=2, stepped:\n( +\d+ % {2}.+\n){2}/);
    expect(out).toMatch(/before: sim\/judge, live: \d+ % \/ \d+ %$/);
  });

  it('prints the same as JSON', async () => {
    const { out } = await command('replay', run, '--json');
    const belief: unknown = expect.any(Array);
    const arm = 'debate · again · whole · sim/judge';
    expect(JSON.parse(out)).toMatchObject({ judgedRun: run, judging: 'whole', arm, judge: 'sim/judge', belief });
  });

  it('says what it lacks', async () => {
    const { fault } = await command('replay', run, '--shown', 'timed');
    expect(fault).toBe('a timed judgment has a number of seconds, and no other has');
  });
});
