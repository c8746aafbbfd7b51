import { randomUUID } from 'node:crypto';
import { ENDPOINTS } from '@moot/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connects,
  deskOf,
  openDeskHouse,
  refused,
  submits,
  type DeskHouse,
  type Seated,
} from './testing/desk-house.ts';

let house: DeskHouse;
beforeAll(async () => {
  // Nothing becomes a move by itself in so long a time: the tests say when.
  house = await openDeskHouse(6, 600);
});
afterAll(() => house.close());

const experiment = (name: string, more = '', sample = 2): string => `
name: ${name}
seed: 3
questions: { dataset: doors, sample: ${sample} }
arms:
  naive: { protocol: direct, setup: { source: hidden }, seats: { judge: people }${more} }
judges: { perQuestion: 2 }
`;

/** A judge at their first run, which they have opened. */
async function seated(name: string): Promise<Seated & { readonly run: string }> {
  const judge = await house.seat(name);
  const run = judge.desk.run?.id ?? '';
  await connects(judge).follow(run);
  return { ...judge, run };
}

const fix = (key: string) => house.engine().world.fix(key);
const verdicts = async (run: string) =>
  (await house.researcher.ask(ENDPOINTS.run, { path: { run } })).moves.filter(({ kind }) => kind === 'verdict');

describe('the queue of a judge', () => {
  it('opens one run at a time, and nothing can be seen or said in a later one', async () => {
    const judge = await seated(await house.begin(experiment('queued')));
    const queue = await house.laboratory.engine.means.database.$queryRaw<{ readonly run: string }[]>`
      select ps.run_id as run from place p join person_seat ps on ps.experiment_id = p.experiment_id and ps.slot = p.slot
      where p.invitation_id = ${judge.id} order by ps.position`;
    const later = queue.find(({ run }) => run !== judge.run)?.run ?? '';
    const nothing = { ok: false, why: 'There is no such run for you.' };
    expect(await connects(judge).follow(later)).toEqual(nothing);
    expect(await refused(submits(judge, { run: later }))).toMatch(/^404/);

    await fix((await submits(judge, { run: judge.run })).key);
    expect(await deskOf(judge)).toMatchObject({
      run: { id: later },
      last: { id: judge.run },
      queue: { done: 1, total: 2 },
    });
    expect(await connects(judge).follow(later)).toMatchObject({ ok: true });
    await fix((await submits(judge, { run: later })).key);
    expect(await deskOf(judge)).toMatchObject({ step: 'thanks', run: null, queue: { done: 2, total: 2 } });
  });

  it('begins a run when it is opened, and the next one ahead only where its arm wants that', async () => {
    const begun = async (name: string) => {
      const rows = await house.laboratory.engine.means.database.$queryRaw<{ readonly is: boolean }[]>`
        select run.begun_at is not null as is from run join experiment e on e.id = run.experiment_id where e.name = ${name}`;
      return rows.filter(({ is }) => is).length;
    };
    for (const [name, more, many] of [
      ['opened', '', 1],
      ['ahead', ', begin: ahead', 2],
    ] as const) {
      const judge = await house.seat(await house.begin(experiment(name, more)));
      expect(await begun(name)).toBe(0);
      await connects(judge).follow(judge.desk.run?.id ?? '');
      expect(await begun(name)).toBe(many);
    }
  });
});

describe('after the verdict', () => {
  const amends = ({ judge, id, run }: Seated & { readonly run: string }, seat: string, key: string = randomUUID()) =>
    judge.ask(ENDPOINTS.amend, {
      path: { invitation: id, run },
      body: {
        key,
        turn: { seat, kind: 'verdict', at: 'end', version: 1 },
        text: 'On reflection …',
        belief: [0.5, 0.5],
      },
    });

  it('a thought can be added to a move of one’s own, once under each name, and to no other', async () => {
    const name = await house.begin(experiment('amended'));
    const [judge, other] = [await seated(name), await seated(name)];
    expect(await refused(amends(judge, 'judge'))).toMatch(/^409 refused: There is no such move of yours yet/);
    await fix((await submits(judge, { run: judge.run })).key);
    const key = randomUUID();
    const amendment = await amends(judge, 'judge', key);
    expect(await amends(judge, 'judge', key)).toEqual(amendment);
    expect((await deskOf(judge)).last?.amendments).toEqual([amendment]);
    expect(await verdicts(judge.run)).toMatchObject([{ belief: [0.25, 0.75] }]);
    expect(await refused(amends({ ...other, run: judge.run }, 'judge'))).toMatch(/^404/);
    expect(await refused(amends(judge, 'judge 2'))).toMatch(/^404/);
  });

  it('the name of somebody else’s amendment is refused in words', async () => {
    const name = await house.begin(experiment('renamed'));
    const [judge, other] = [await seated(name), await seated(name)];
    for (const each of [judge, other]) await fix((await submits(each, { run: each.run })).key);
    const { key } = await amends(judge, 'judge');
    expect(await refused(amends(other, 'judge', key))).toMatch(/^409 refused/);
  });

  it('the truth is told where the arm says so, and nowhere else', async () => {
    for (const [name, more, told] of [
      ['quiet', '', null],
      ['telling', ', feedback: truth', { truth: 0, options: ['northern', 'southern'], belief: [0.25, 0.75] }],
    ] as const) {
      const judge = await seated(await house.begin(experiment(name, more)));
      const { key } = await submits(judge, { run: judge.run });
      expect((await deskOf(judge)).last).toBe(null);
      await fix(key);
      const { last } = await deskOf(judge);
      if (told) expect(last?.feedback).toMatchObject(told);
      else expect(last?.feedback).toBe(null);
    }
  });
});
