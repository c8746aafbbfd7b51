import { ownFolder } from '@moot/datasets';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from './testing/command.ts';
import { hasStudy, studyFolder, surroundings, type Surroundings } from './testing/surroundings.ts';

let place: Surroundings;
beforeAll(async () => {
  place = await surroundings();
});
afterAll(() => place.remove());

describe.skipIf(!hasStudy)('the published study (../shared/data/nyu-human-debate)', () => {
  it('is read once, and again without adding anything', async () => {
    const first = await command('import', 'nyu-debate', studyFolder, '--as', 'nyu');
    expect(first).toEqual({ out: 'nyu: 342 questions read, 342 kept, 0 there already', remarks: '', fault: undefined });
    const counts = await place.counts();
    const second = await command('import', 'nyu-debate', studyFolder, '--as', 'nyu');
    expect(second.out).toBe('nyu: 342 questions read, 0 kept, 342 there already');
    expect(await place.counts()).toEqual(counts);
  });
});

it('the shipped questions are read, and listed with where they come from', async () => {
  const { out } = await command('import', 'jsonl', ownFolder, '--as', 'own', '--json');
  expect(JSON.parse(out)).toEqual({ dataset: 'own', read: 42, kept: 42, alreadyThere: 0, refused: [] });
  const listed = await command('ls', 'datasets', '--json');
  expect(JSON.parse(listed.out)).toContainEqual(
    expect.objectContaining({ name: 'own', format: 'jsonl', questions: 42, sources: 7 }),
  );
});

it('so many questions are read as are wanted, with the sources that they need', async () => {
  const { out } = await command('import', 'worlds', 'seed=3,count=24', '--as', 'few', '--limit', '5');
  expect(out).toBe('few: 5 questions read, 5 kept, 0 there already');
});

it('so many options are kept as are wanted, drawn by seed; the same ones are there already', async () => {
  const path = place.file('four.csv', 'question,A,B,C,D,answer\nWho lit it?,Ada,Ben,Cy,Dee,B\n');
  const args = ['import', 'multiple-choice-csv', path, '--as', 'four', '--options', '2', '--licence', 'MIT'] as const;
  expect((await command(...args, '--seed', '3')).out).toBe('four: 1 questions read, 1 kept, 0 there already');
  expect((await command(...args, '--seed', '3')).out).toBe('four: 1 questions read, 0 kept, 1 there already');
  const listed = await command('ls', 'datasets', '--json');
  expect(JSON.parse(listed.out)).toContainEqual(expect.objectContaining({ name: 'four', licence: 'MIT' }));
});

describe('nothing is imported, and it is said where what is wrong', () => {
  const SOURCE = '{"kind":"source","key":"lamp","text":"At dusk Ben lit the lamp."}\n';

  it.each([
    [
      'a line that is cut off',
      `${SOURCE}{"key":"q1","question":"Who lit it?","options":["Ada","Be`,
      /bad\.jsonl:2:\d+: /,
    ],
    [
      'a source that is not there',
      `${SOURCE}{"key":"q1","question":"Who?","options":["Ada","Ben"],"truth":0,"source":"lampp"}\n`,
      /bad\.jsonl:2(:\d+)?: source: .*lampp/,
    ],
    [
      'two right answers',
      `${SOURCE}{"key":"q1","question":"Who?","options":["Ben","Ben"],"truth":0}\n`,
      /bad\.jsonl:2(:\d+)?: options/,
    ],
    [
      'a truth that is no option',
      `${SOURCE}{"key":"q1","question":"Who?","options":["Ada","Ben"],"truth":2}\n`,
      /bad\.jsonl:2(:\d+)?: truth/,
    ],
    [
      'text that would be obeyed by a terminal',
      `${SOURCE}{"key":"q1","quest\\u202eion":"Who?"}\n`,
      /bad\.jsonl:2(:\d+)?: .*there is no field "quest\\u\{202e\}ion"/,
    ],
  ])('%s', async (_what, content, line) => {
    const path = place.file('bad.jsonl', content);
    const counts = await place.counts();
    const { out, fault } = await command('import', 'jsonl', path, '--as', 'bad');
    const [head, ...lines] = (fault ?? '').split('\n  ');
    expect({ out, head }).toEqual({ out: '', head: 'nothing was imported:' });
    expect(lines.join('\n')).toMatch(line);
    expect(lines[0]?.startsWith(place.folder)).toBe(true);
    expect(await place.counts()).toEqual(counts);
  });

  it('a truth that is number and text at once, in CSV', async () => {
    const path = place.file('two.csv', 'question,option_1,option_2,truth\nHow many?,1,2,1\nHow many?,2,1,1\n');
    const { fault } = await command('import', 'csv', path);
    expect(fault).toMatch(/two\.csv:3(:\d+)?: truth: /);
  });

  it('a file that does not exist', async () => {
    const { fault } = await command('import', 'jsonl', `${place.folder}/nowhere.jsonl`);
    expect(fault).toMatch(/nothing was imported:\n {2}.*nowhere\.jsonl: /);
  });

  it('a made-up world that cannot be made', async () => {
    const { fault } = await command('import', 'worlds', 'seed=7,cuont=3');
    expect(fault).toContain('cuont');
  });

  it('a name that is taken by another format', async () => {
    await command('import', 'worlds', 'seed=1,count=12', '--as', 'taken');
    const path = place.file('good.csv', 'question,option_1,option_2,truth\nWho?,Ada,Ben,1\n');
    const { fault } = await command('import', 'csv', path, '--as', 'taken');
    expect(fault).toBe(
      'nothing was imported:\n  a data set taken is there already, read from worlds: import this one under another name',
    );
  });

  it('with --json, as JSON on the output alone', async () => {
    const path = place.file('bad.jsonl', '{\n');
    const { out, fault } = await command('import', 'jsonl', path, '--json');
    expect(JSON.parse(out)).toMatchObject({ dataset: 'jsonl', kept: 0, refused: [{ at: { file: path, line: 1 } }] });
    expect(fault).toContain('nothing was imported');
  });
});
