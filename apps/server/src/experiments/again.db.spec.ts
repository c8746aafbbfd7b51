import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ShownRun } from '@moot/store';
import { openLaboratory, type Laboratory } from '../testing/laboratory.ts';
import { seenMoves } from '../live/state.ts';
import { askedAgain } from './again.ts';

const PILOT = `
name: pilot
seed: 5
questions: { dataset: worlds }
arms:
  debate:
    protocol: debate
    setup: { order: simultaneous, rounds: 2, words: { ask: 60, min: 40, max: 90 }, beliefs: each-round }
    seats: { debater: sim/debater, judge: sim/judge }
  naive: { protocol: direct, setup: { source: hidden }, seats: { judge: sim/judge } }
`;
/** A judge without anything that chance decides. */
const CALM = 'sim/judge?noise=0&lapse=0';

let laboratory: Laboratory;
let debates: readonly ShownRun[];

beforeAll(async () => {
  laboratory = await openLaboratory();
  await laboratory.importWorlds('worlds', 3, 3);
  await laboratory.start(PILOT);
  await laboratory.engine.work(4);
  await laboratory.ended('pilot');
  debates = (await laboratory.runs('pilot')).filter(({ arm }) => arm === 'debate');
});
afterAll(() => laboratory.close());

interface How {
  readonly model?: string;
  readonly shown?: 'whole' | 'stepped' | 'timed';
  readonly seconds?: number;
}

const asked = (run: string, { model = CALM, shown = 'whole', seconds }: How = {}) =>
  askedAgain(laboratory.engine, { run, model, shown, seconds, by: 'grace' });

/** Judges all debates again, and gives the runs of those who do. */
async function judged(how: How): Promise<readonly ShownRun[]> {
  const ids: string[] = [];
  for (const { id } of debates) {
    const again = await asked(id, how);
    if (!again.ok) throw new Error(again.why);
    ids.push(again.run);
  }
  await laboratory.ended('pilot');
  return (await laboratory.runs('pilot')).filter(({ id }) => ids.includes(id));
}

const beliefsOf = (runs: readonly ShownRun[]) =>
  new Map(runs.map((run) => [run.judgedRun, run.judgments.find((each) => each.run === run.id)?.belief]));

describe('judging the same transcripts again', () => {
  it('gives a second judge’s verdict for each, paired with the first, in an arm of its own', async () => {
    const again = await judged({ model: 'sim/judge?ability=0.3', shown: 'stepped' });
    expect(new Set(again.map(({ arm }) => arm))).toEqual(new Set(['debate · again · stepped · sim/judge?ability=0.3']));
    const pairs = await laboratory.engine.means.database.$queryRaw<object[]>`
      select first.run_id, first.judging as live, second.judging as again, second.arm, second.protocol, second.rounds
      from results.verdicts_all first join results.verdicts_all second on second.judged_run_id = first.run_id
      where second.judge_model = 'sim/judge?ability=0.3'`;
    const arm = 'debate · again · stepped · sim/judge?ability=0.3';
    const row = { live: 'live', again: 'stepped', arm, protocol: 'debate', rounds: 2 };
    expect(pairs).toHaveLength(3);
    for (const { id } of debates) expect(pairs).toContainEqual({ run_id: id, ...row });
  });

  it('ends at the same belief whole or step by step, and asks on the way only where it goes step by step', async () => {
    const [whole, stepped] = [await judged({ shown: 'whole' }), await judged({ shown: 'stepped' })];
    expect(beliefsOf(stepped)).toEqual(beliefsOf(whole));
    expect([...beliefsOf(whole).values()].every((belief) => belief?.length === 2)).toBe(true);
    const kinds = (run: ShownRun | undefined) => run?.moves.map(({ kind, at }) => `${kind} ${at}`);
    expect(kinds(whole[0])).toEqual(['belief step 0', 'verdict end']);
    expect(kinds(stepped[0])).toEqual(['belief step 0', 'belief step 1', 'verdict end']);
  });

  it('takes a model’s own time where it is timed, and a transcript where a judgment is named', async () => {
    const [first] = await judged({ shown: 'timed', seconds: 30 });
    expect(first?.arm).toBe(`debate · again · timed 30 s · ${CALM}`);
    const again = await asked(first?.id ?? '');
    await laboratory.ended('pilot');
    const last = (await laboratory.runs('pilot')).find(({ id }) => again.ok && id === again.run);
    expect(last?.judgedRun).toBe(first?.judgedRun);
  });

  it('shows researchers the transcript before the judgment', async () => {
    const [judging] = await judged({ shown: 'stepped' });
    const run = await laboratory.engine.world.run(judging?.id ?? '');
    const seen = run ? seenMoves(run.table, { from: 'everywhere' }) : [];
    expect(seen.map(({ kind }) => kind).join(' ')).toMatch(/^(speech ){4}(belief ){2}verdict$/);
  });

  it.each([
    ['nothing', {}, 'there is no run nothing'],
    ['debate', { model: 'sim/juge' }, /there is no .*juge|juge/],
    ['debate', { model: 'gpt' }, 'gpt is no model: endpoint/model, such as sim/judge'],
    ['debate', { shown: 'timed' as const }, 'a timed judgment has a number of seconds, and no other has'],
  ])('is refused in words: %s %j', async (run, how, why) => {
    const again = await asked(run === 'debate' ? (debates[0]?.id ?? '') : run, how);
    expect(again.ok ? '' : again.why).toMatch(why);
  });

  it('is refused where nothing was said', async () => {
    const naive = (await laboratory.runs('pilot')).find(({ arm }) => arm === 'naive');
    expect(await asked(naive?.id ?? '')).toEqual({
      ok: false,
      why: `nothing was said in run ${naive?.id ?? ''} that could be judged again`,
    });
  });
});

const SECOND = (transcripts: string) => `
name: second
seed: 9
questions: { dataset: worlds }
arms:
  stepped: { transcripts: ${transcripts}, shown: stepped, seats: { judge: people } }
  whole: { transcripts: ${transcripts}, seats: { judge: people } }
  timed: { transcripts: ${transcripts}, shown: timed, seconds: 90, seats: { judge: people } }
`;

describe('an experiment on the transcripts of another', () => {
  it('gives each finished transcript to a judge in each arm, and nobody the same question twice', async () => {
    await laboratory.start(SECOND('{ experiment: pilot, arm: debate }'));
    await laboratory.ended('second');
    const runs = await laboratory.runs('second');
    expect(runs).toHaveLength(9);
    for (const arm of ['stepped', 'whole', 'timed']) {
      const own = runs.filter((run) => run.arm === arm);
      expect(own.map(({ judgedRun }) => judgedRun).sort()).toEqual(debates.map(({ id }) => id).sort());
      expect(new Set(own.map(({ judging }) => judging))).toEqual(new Set([arm]));
    }
    const met = runs.map(
      ({ question, judgments, id }) => `${question} ${judgments.find(({ run }) => run === id)?.judge ?? ''}`,
    );
    expect(new Set(met).size).toBe(9);
    const timed = await laboratory.engine.world.run(runs.find(({ arm }) => arm === 'timed')?.id ?? '');
    expect(timed?.table.moves.at(-1)).toMatchObject({ kind: 'verdict', seconds: 90 });
  });

  it.each([
    ['{ experiment: nowhere, arm: debate }', 'there is no experiment nowhere here'],
    ['{ experiment: pilot, arm: talk }', 'pilot has no arm talk with transcripts; it has debate, naive'],
  ])('says what is wrong with %s', async (transcripts, why) => {
    await expect(laboratory.start(SECOND(transcripts))).rejects.toThrow(why);
  });
});
