import { connect } from '@moot/store';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { command } from './testing/command.ts';
import { pilot } from './testing/pilot.ts';
import { surroundings, type Surroundings } from './testing/surroundings.ts';

let place: Surroundings;
let counts: Readonly<Record<string, number>>;
beforeAll(async () => {
  place = await surroundings();
  await command('import', 'worlds', 'seed=7,count=144');
  counts = await place.counts();
});
afterAll(() => place.remove());

const GOOD = pilot({ name: 'good', dataset: 'worlds' });

describe('an experiment file with something wrong in it starts nothing, and it is said where', () => {
  afterEach(async () => {
    expect(await place.counts()).toEqual(counts);
  });

  it.each([
    ['YAML that is none', GOOD.replace('sample: 12 }', 'sample: 12'), /:4:\d+: /],
    ['a key twice', `${GOOD}seed: 8\n`, /:16:1: .*unique/],
    [
      'a key that is unknown',
      GOOD.replace('sample: 12', 'sampel: 12'),
      /:3:\d+: questions\.sampel: there is no setting of this name here: sampel$/m,
    ],
    ['a key that is missing', GOOD.replace('seed: 7\n', ''), /:1:1: seed: /],
    ['a value that is impossible', GOOD.replace('perQuestion: 1', 'perQuestion: 0'), /:14:\d+: judges\.perQuestion: /],
    [
      'a protocol that is unknown',
      GOOD.replace('protocol: direct', 'protocol: debatte'),
      /:5:\d+: arms\.naive\.protocol: there is no protocol debatte; there are direct, debate/,
    ],
    [
      'a setup that is impossible',
      GOOD.replace('source: hidden', 'source: gone'),
      /:5:\d+: arms\.naive\.setup\.source: /,
    ],
    [
      'an endpoint that is unknown',
      GOOD.replace('judge: sim/judge', 'judge: nowhere/large'),
      /:13:\d+: arms\.debate-model-judge\.seats\.judge: .*nowhere/,
    ],
    [
      'a player that is unknown',
      GOOD.replace('judge: sim/judge', 'judge: sim/jduge'),
      /:13:\d+: arms\.debate-model-judge\.seats\.judge: .*jduge/,
    ],
    [
      'a seat that nobody takes',
      GOOD.replace('debater: sim/debater, judge: people', 'A: sim/debater, judge: people'),
      /:9:\d+: arms\.debate\.seats: nobody sits in seat B/,
    ],
    [
      'a data set that is unknown',
      GOOD.replace('dataset: worlds', 'dataset: wrlds'),
      /:3:\d+: questions\.dataset: there is no data set wrlds; there are worlds \(see moot import --help\)$/,
    ],
    [
      'a sample that is too large',
      GOOD.replace('sample: 12', 'sample: 13'),
      /: a sample of 13 was asked for; worlds has 144 questions and gives 12 with at most 1 from one source: lower sample, or raise perSource$/,
    ],
    ['a hostile name', GOOD.replace('name: good', 'name: "\\e[2J\\u202e"'), /:1:\d+: name: a name has small letters/],
    [
      'a hostile key',
      `${GOOD}"\\e[2J\\n\\u202e": 1\n`,
      /:16:1: \\u\{1b\}\[2J\\n\\u\{202e\}: there is no setting of this name here: \\u\{1b\}\[2J\\n\\u\{202e\}$/,
    ],
  ])('%s', async (_what, text, words) => {
    const path = place.file('bad.yaml', text);
    const { out, fault = '' } = await command('run', path, '--people', 'simulated', '--wait');
    expect(out).toBe('');
    expect(fault).toMatch(/^nothing was started:/);
    expect(fault).toContain(path);
    expect(fault).toMatch(words);
  });

  it('all that is wrong is said at once', async () => {
    const path = place.file('bad.yaml', GOOD.replace('seed: 7', 'seed: x').replace('perQuestion: 1', 'perQuestion: 0'));
    const { fault = '' } = await command('run', path);
    expect(fault.split('\n')).toHaveLength(3);
  });

  it.each([
    ['one that is no UTF-8', Buffer.from([0x6e, 0x0a, 0xff]), /:2: a byte is not UTF-8/],
    ['one of 10 MB', '#'.repeat(10_000_000), / is larger than 1 MB/],
    ['one that is empty', '', /: /],
    ['one that says no more than a number', '42', /: /],
    ['one that refers to itself again and again', bomb(), /: /],
  ])('%s', async (_what, content, words) => {
    const path = place.file('bad.yaml', content);
    const { out, fault = '' } = await command('run', path);
    expect(out).toBe('');
    expect(fault).toContain(path);
    expect(fault).toMatch(words);
  });

  it('one that does not exist', async () => {
    expect((await command('run', 'nowhere.yaml')).fault).toMatch(/^nowhere\.yaml cannot be read: ENOENT/);
  });
});

/** Nine generations of ten references each. */
function bomb(): string {
  const generations = Array.from(
    { length: 9 },
    (_, i) => `g${i + 1}: &g${i + 1} [${Array(10).fill(`*g${i}`).join(', ')}]`,
  );
  return `name: bomb\ng0: &g0 x\n${generations.join('\n')}\n`;
}

describe('a query that cannot be asked is refused', () => {
  it.each([
    ['selec 1', /^syntax error at or near "selec" \(line 1, column 1\)\. One query/],
    ['select arm\nfrom results.verdict', /^relation "results\.verdict" does not exist \(line 2, column 6\)/],
    ['select 1; select 2', /One query/],
    ['delete from results.questions', /One query/],
    ['with gone as (delete from public.question returning 1) select * from gone', /./],
    ['select * from public.question', /permission denied.*What can be read here is the schema results\./],
    ['', /^There is no query\.$/],
  ])('%j', async (sql, words) => {
    const { out, fault } = await command('sql', sql, '--json');
    expect(out).toBe('');
    expect(fault).toMatch(words);
    expect(await place.counts()).toEqual(counts);
  });

  it('one that takes too long', async () => {
    const { fault } = await command('sql', 'select count(*) from generate_series(1, 1e9::bigint)', '--seconds', '1');
    expect(fault).toBe('The query took longer than 1 s and was stopped.');
  });

  it('one whose rows cannot be written', async () => {
    const { fault } = await command('sql', 'select 1', '--out', `${place.folder}/nowhere/rows.csv`);
    expect(fault).toMatch(/nowhere\/rows\.csv cannot be written: ENOENT/);
  });

  it('Parquet to the terminal', async () => {
    expect((await command('sql', 'select 1', '--format', 'parquet')).fault).toBe(
      'Parquet is no text: say --out <file>',
    );
  });
});

describe('a database that cannot be used is said in words', () => {
  const at = async (change: (url: URL) => void, ...args: readonly string[]) => {
    const url = new URL(place.url);
    change(url);
    const before = process.env.DATABASE_URL;
    process.env.DATABASE_URL = url.href;
    return command(...args).finally(() => (process.env.DATABASE_URL = before));
  };

  it('one that cannot be reached', async () => {
    const { fault } = await at((url) => (url.port = '1'), 'ls');
    expect(fault).toMatch(
      /^The database test_\w+ at 127\.0\.0\.1:1 \(user moot\) cannot be used: .*ECONNREFUSED.* Nothing listens there: start the database, or check host and port in DATABASE_URL\.$/,
    );
  });

  it('one with another password, which is not repeated', async () => {
    const { fault } = await at((url) => (url.password = 'hush'), 'ls');
    expect(fault).toMatch(
      /cannot be used: password authentication failed for user "moot"\. Check user and password in DATABASE_URL\.$/,
    );
    expect(fault).not.toContain('hush');
  });

  it('one that is not there', async () => {
    const { fault } = await at((url) => (url.pathname = '/nowhere'), 'sql', 'select 1');
    expect(fault).toMatch(
      /database "nowhere" does not exist\. Make the database, or check its name in DATABASE_URL\.$/,
    );
  });

  it('one of a newer Moot', async () => {
    const client = await connect(place.url);
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) values ('x', '', '99991231000000_later', now(), 1)`,
    );
    const { fault } = await command('ls');
    await client.query(`delete from _prisma_migrations where id = 'x'`).finally(() => client.end());
    expect(fault).toMatch(/^The database was made by a newer Moot: it has 99991231000000_later/);
  });
});
