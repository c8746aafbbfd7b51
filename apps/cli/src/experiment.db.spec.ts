import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command, commandOn } from './testing/command.ts';
import { pilot } from './testing/pilot.ts';
import { hasStudy, studyFolder, surroundings, type Surroundings } from './testing/surroundings.ts';

let place: Surroundings;
let dataset: string;
let said: Awaited<ReturnType<typeof command>>;
beforeAll(async () => {
  place = await surroundings();
  dataset = hasStudy ? 'nyu' : 'worlds';
  const from = hasStudy ? ['nyu-debate', studyFolder] : ['worlds', 'seed=7,count=144'];
  expect((await command('import', ...from, '--as', dataset)).fault).toBeUndefined();
  const file = place.file('pilot.yaml', pilot({ name: 'nyu-debate-pilot', dataset }));
  said = await command('run', file, '--people', 'simulated', '--wait');
});
afterAll(() => place.remove());

const listed = async (...args: readonly string[]): Promise<unknown> =>
  JSON.parse((await command('ls', ...args, '--json')).out);

describe('twelve questions in three arms, with simulated people', () => {
  it('are run to their end and compared', () => {
    expect(said.fault).toBeUndefined();
    expect(said.remarks).toBe(
      `nyu-debate-pilot: 36 runs in 3 arms on 12 questions of ${dataset}, people simulated\n36 of 36 runs ended`,
    );
    const [head = '', , ...rows] = said.out.split('\n');
    expect(head).toMatch(/^arm +protocol +verdicts +accuracy +95 % interval +(ties +)?Brier +bits$/);
    expect(rows.slice(0, 3).map((row) => row.split(/ {2,}/).slice(0, 3))).toEqual([
      ['naive', 'direct', '12'],
      ['debate', 'debate', '12'],
      ['debate-model-judge', 'debate', '12'],
    ]);
    expect(said.out).toContain(
      'Simulated players sat in naive (judge), debate (A, B, judge), debate-model-judge (A, B, judge)',
    );
  });

  it('are listed as an experiment, as runs and by judge', async () => {
    expect(await listed()).toMatchObject([
      { name: 'nyu-debate-pilot', people: 'simulated', runs: 36, ended: 36, running: 0, waiting: 0, failed: 0 },
    ]);
    const runs = await listed('runs', 'nyu-debate-pilot');
    expect(runs).toHaveLength(36);
    expect(runs).toEqual(await listed('runs'));
    const judges = await listed('judges');
    expect(judges).toContainEqual(expect.objectContaining({ judge: 'sim/judge', verdicts: 12 }));
    const { out } = await command('ls', 'runs');
    expect(out.split('\n')).toHaveLength(38);
  });

  it('are shown one by one: who sat where, what was said, and which option is true', async () => {
    const id = await runOf('debate');
    const { out } = await commandOn({ width: 100 }, ['show', id]);
    expect(out).toMatch(new RegExp(`^run ${id} · nyu-debate-pilot / debate · debate \\S+ · ended\nquestion `));
    expect(out.match(/^── [AB] · speech · round \d/gm)).toHaveLength(6);
    expect(out).toMatch(/^── judge · verdict · end · model:sim\/judge\?seed=\d+\n {2}belief: \[/m);
    expect(out.match(/^ {2}✓ [AB]: /gm)).toHaveLength(1);
    expect(out).toMatch(/^ {2}quotes: 3 verbatim$/m);
    expect(out).toMatch(/11 model calls \(--calls shows them/);
    expect(out.split('\n').filter((line) => line.length > 100 && !line.startsWith('run'))).toEqual([]);
  });

  it('are shown with their model calls, and as JSON', async () => {
    const id = await runOf('debate-model-judge');
    const { out } = await command('show', id, '--calls');
    expect(out).toMatch(/^turn +part +attempt +model +status +why +in +out +USD +ms$/m);
    expect(out).toMatch(/^A speech @round 1 +move +1 +sim\/debater +ok/m);
    const shown: unknown = JSON.parse((await command('show', id, '--json')).out);
    expect(shown).toMatchObject({ id, arm: 'debate-model-judge', state: 'ended', open: [], failures: [] });
  });

  it('cannot be started twice', async () => {
    const counts = await place.counts();
    const file = place.file('again.yaml', pilot({ name: 'nyu-debate-pilot', dataset }));
    const { fault } = await command('run', file, '--people', 'simulated');
    expect(fault).toMatch(
      /^nothing was started: .*again\.yaml: an experiment named nyu-debate-pilot was started on .* UTC; give this one another name$/,
    );
    expect(await place.counts()).toEqual(counts);
  });
});

it('the comparison is JSON where that is wanted, and nothing else is on the output', async () => {
  const file = place.file('small.yaml', pilot({ name: 'small', dataset, sample: 2 }));
  const { out, remarks } = await command('run', file, '--people', 'simulated', '--wait', '--json');
  expect(JSON.parse(out)).toMatchObject({
    experiment: 'small',
    runs: 6,
    ended: 6,
    arms: [{ arm: 'naive', verdicts: 2, simulated: ['judge'] }, { arm: 'debate' }, { arm: 'debate-model-judge' }],
  });
  expect(remarks).toContain('6 of 6 runs ended');
});

it('without --wait it is left to workers, and said if there are none', async () => {
  const file = place.file('left.yaml', pilot({ name: 'left', dataset, sample: 1 }));
  const { out, remarks } = await command('run', file, '--people', 'simulated', '--json');
  expect(JSON.parse(out)).toEqual({ experiment: 'left', runs: 3 });
  expect(remarks).toContain('No worker runs here now. Start one with npm start or moot worker, or say --wait.');
});

describe('what is not there is said, with what is', () => {
  it.each([
    [['ls', 'runs', 'pilto'], /^there is no experiment pilto; there are nyu-debate-pilot/],
    [['ls', 'judges', 'pilot'], /^only moot ls runs takes an experiment; moot ls judges lists all$/],
    [['show', '0123456789ab'], /^there is no run 0123456789ab; moot ls runs <experiment> lists them$/],
    [['retry', '0123456789ab'], /^there is no run 0123456789ab; /],
    [['pass', '0123456789ab', '--why', 'x'], /^there is no run 0123456789ab; /],
    [['submit', '0123456789ab', 'judge verdict @end', '--by', 'ada', '--say', '{}'], /^there is no run 0123456789ab; /],
  ])('moot %j', async (args, words) => {
    const { out, fault } = await command(...args);
    expect(out).toBe('');
    expect(fault).toMatch(words);
  });
});

async function runOf(arm: string): Promise<string> {
  const { out } = await command('ls', 'runs', 'nyu-debate-pilot');
  const line = out.split('\n').find((each) => each.split(/ {2,}/)[1] === arm);
  return line?.split(' ')[0] ?? '';
}

describe('what would make numbers something else is said at the start', () => {
  const file = (name: string, model: string) =>
    place.file(
      `${name}.yaml`,
      `name: ${name}\nseed: 1\nquestions: { dataset: ${dataset}, sample: 1 }\ncaps: { usd: 1 }\narms:\n  only: { protocol: direct, setup: { source: hidden }, seats: { judge: ${model} } }\n`,
    );

  it('the simulator in the place of a model without a key', async () => {
    const { remarks } = await command('run', file('keyless', 'openai/gpt-9'));
    expect(remarks).toContain('The simulator plays openai/gpt-9: neither OPENAI_API_KEY nor OPENAI_BASE_URL is set.');
  });

  it('a cap in money on a model without a price', async () => {
    process.env.OPENAI_BASE_URL = 'http://127.0.0.1:9/v1';
    const { remarks } = await command('run', file('unpriced', 'openai/gpt-9'));
    delete process.env.OPENAI_BASE_URL;
    expect(remarks).toContain('caps.usd cannot hold openai/gpt-9: models.yaml has no price for it.');
    expect(remarks).not.toContain('The simulator plays');
  });
});
