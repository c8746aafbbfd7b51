import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase } from '../testing/index.ts';

let database: pg.Client;
let drop: () => Promise<void>;

beforeAll(async () => {
  const made = await testDatabase();
  drop = made.drop;
  database = new pg.Client(made.url);
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await drop();
});

const lines = async (query: string) =>
  (await database.query<{ line: string }>(query)).rows.map(({ line }) => line).join('\n');

// Prisma's own comparison sees tables, columns, keys and plain indexes. What it does not see is compared here.

it('has the views that researchers read, with their columns and what is said of them', async () => {
  const views = await lines(`
    select format(e'\\n%s: %s', c.relname, obj_description(c.oid)) || string_agg(
      format(e'\\n  %s %s: %s', a.attname, format_type(a.atttypid, a.atttypmod), col_description(c.oid, a.attnum)), '' order by a.attnum) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'results'::regnamespace group by c.oid, c.relname order by c.relname`);
  await expect(views).toMatchFileSnapshot('./expected/views.txt');
});

it('says of every view and column what it is', async () => {
  const silent = await lines(`
    select format('%s.%s', c.relname, a.attname) as line from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0
    where c.relnamespace = 'results'::regnamespace and (col_description(c.oid, a.attnum) is null or obj_description(c.oid) is null)`);
  expect(silent).toBe('');
});

it('has the constraints that keep impossible values out', async () => {
  const constraints = await lines(`
    select format('%s.%s: %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line from pg_constraint
    where connamespace = 'public'::regnamespace and contype = 'c' and conrelid <> 0 order by conrelid::regclass::text, conname`);
  await expect(constraints).toMatchFileSnapshot('./expected/constraints.txt');
});

it('has an index for every question that is asked', async () => {
  const indexes = await lines(
    `select indexdef as line from pg_indexes where schemaname = 'public' and tablename not like '\\_%' order by indexname`,
  );
  await expect(indexes).toMatchFileSnapshot('./expected/indexes.txt');
});

it('lets nobody read anything to whom it was not granted', async () => {
  const granted = await lines(`
    select format('%s %s', c.oid::regclass, grantee) as line from pg_class c, aclexplode(c.relacl)
    where c.relnamespace in ('public'::regnamespace, 'results'::regnamespace) and grantee <> c.relowner`);
  expect(granted).toBe('');
});

it('reads verdicts without a query of its own for each, and what they cost by an index', async () => {
  const plan = async (select: string) => {
    await database.query('set enable_seqscan = off');
    const query = `explain (format json) select arm, ${select} from results.verdicts_all group by arm`;
    return JSON.stringify((await database.query<object>(query)).rows);
  };
  expect(await plan('count(*), avg(correct), avg(p_correct), avg(p_initial), avg(seconds)')).not.toContain('SubPlan');
  expect(await plan('sum(cost_agents_usd), sum(cost_judge_usd)')).toMatch(
    /SubPlan.*"Index Name":"model_call_run_id_seat_/,
  );
});
