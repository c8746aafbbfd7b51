import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from './testing/command.ts';
import { hasStudy, studyFolder, surroundings, type Surroundings } from './testing/surroundings.ts';

const PAGE = readFileSync(resolve(import.meta.dirname, '../../../docs/nyu-study.md'), 'utf8');
/** The queries of the page with what it says that they give. */
const SHOWN = [...PAGE.matchAll(/^([^\n]+):\n\n```sql\n(.*?)```\n\n```text\n(.*?)```/gms)];

describe.skipIf(!hasStudy)('the published study as runs (../shared/data/nyu-human-debate)', () => {
  let place: Surroundings;
  beforeAll(async () => {
    place = await surroundings();
    const { out, fault } = await command('import', 'nyu-study', studyFolder);
    expect(fault).toBeUndefined();
    expect(out).toBe(
      'nyu-study: 342 questions read, 342 kept, 0 there already; 878 runs read, 878 kept, 0 there already',
    );
  }, 600_000);
  afterAll(() => place.remove());

  it('gives back the published numbers', async () => {
    const { out } = await command(
      'sql',
      `select arm, n::int, "right"::int, round(100 * accuracy_strict, 1)::float8 as strict, round(100 * accuracy, 1)::float8 as half,
         round(mean_rounds, 2)::float8 as rounds, round(mean_judge_score_bits, 2)::float8 as score, round(mean_brier, 3)::float8 as brier,
         round(difference, 2)::float8 as difference
       from results.accuracy_all join results.agent_score_difference_clipped(0.01) using (experiment, arm, judging, included)
       where judging = 'live' and included order by arm`,
      '--json',
    );
    const columns = ['arm', 'n', 'right', 'strict', 'half', 'rounds', 'score', 'brier', 'difference'];
    const published = [
      ['AI consultancy', 76, 61, 80.3, 80.3, 4.18, -1.16, 0.168, 3.18],
      ['AI debate', 87, 68, 78.2, 78.2, 3.82, -1.2, 0.183, 3.24],
      ['human consultancy', 96, 71, 74, 74.5, 4.02, -1.24, 0.207, 1.89],
      ['human debate', 154, 130, 84.4, 84.4, 2.75, -0.89, 0.136, 3.35],
    ];
    expect(JSON.parse(out)).toEqual(
      published.map((row) => Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
    );
  });

  it.each(SHOWN.map(([, what = '', sql = '', text = '']) => ({ what, sql, text })))(
    'gives what docs/nyu-study.md shows: $what',
    async ({ sql, text }) => {
      const { out, fault } = await command('sql', sql);
      expect(fault).toBeUndefined();
      expect(out.trim()).toBe(text.trim());
    },
  );

  it('is in no plain view, and adds nothing the second time', async () => {
    for (const view of ['verdicts', 'beliefs', 'accuracy', 'argued', 'agent_score_difference', 'bias'])
      expect((await command('sql', `select count(*)::int as n from results.${view}`, '--json')).out).toMatch(/"n": 0/);
    const counts = await place.counts();
    const { out } = await command('import', 'nyu-study', studyFolder);
    expect(out).toMatch(/342 there already; 878 runs read, 0 kept, 878 there already$/);
    expect(await place.counts()).toEqual(counts);
  }, 600_000);
});

it('the page about the published study shows queries with what they give', () => {
  expect(SHOWN.length).toBeGreaterThan(5);
});
