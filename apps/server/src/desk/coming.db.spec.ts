import { ENDPOINTS } from '@moot/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../testing/until.ts';
import { answers, connects, deskOf, enters, openDeskHouse, refused, type DeskHouse } from './testing/desk-house.ts';

let house: DeskHouse;
beforeAll(async () => {
  house = await openDeskHouse(12, 600);
});
afterAll(() => house.close());

const experiment = (name: string, judges: string, sample = 1): string => `
name: ${name}
title: Doors
seed: 3
questions: { dataset: doors, sample: ${sample} }
arms:
  naive: { protocol: direct, setup: { source: hidden }, seats: { judge: people } }
judges: { ${judges} }
`;

const stateOf = async (name: string, id: string) => {
  const { invitations } = await house.researcher.ask(ENDPOINTS.invitations, { path: { experiment: name } });
  return invitations.find((each) => each.id === id)?.state;
};

const taken = async (name: string) =>
  (await house.researcher.ask(ENDPOINTS.experiment, { path: { experiment: name } })).places.taken;

describe('a link', () => {
  it('is not used up by whoever previews it', async () => {
    const name = await house.begin(experiment('previewed', 'perQuestion: 2'));
    const [invited] = await house.invite(name, 1);
    if (!invited) throw new Error('nobody was invited');
    for (const path of [`/judge/${invited.id}`, `/api/desk/${invited.id}`]) await invited.judge.fetch('GET', path);
    expect(await refused(deskOf(invited))).toMatch(/^401 not-signed-in: This link is not valid/);
    expect(await stateOf(name, invited.id)).toBe('unopened');
    await enters(invited);
    expect((await deskOf(invited)).step).toBe('welcome');
    expect([await stateOf(name, invited.id), await taken(name)]).toEqual(['opened', 0]);
  });

  it('is of no use with a wrong secret, that of another, or none such, and says the same of each', async () => {
    const name = await house.begin(experiment('guessed', 'perQuestion: 2'));
    const [one, other] = await house.invite(name, 2);
    if (!one || !other) throw new Error('nobody was invited');
    const wrong = await refused(enters({ ...one, secret: 'x'.repeat(32) }));
    expect(wrong).toMatch(/^401 not-signed-in: This link is not valid/);
    expect(await refused(enters({ ...one, secret: other.secret }))).toBe(wrong);
    expect(await refused(enters({ ...one, id: 'ffffffffffff' }))).toBe(wrong);
    await enters(one);
    expect(await refused(deskOf({ ...one, id: other.id }))).toBe(wrong);
  });

  it('leads back on another device to where its judge was', async () => {
    const name = await house.begin(experiment('moved', 'perQuestion: 2'));
    const [phone] = await house.invite(name, 1);
    const [spare] = await house.invite(name, 1);
    if (!phone || !spare) throw new Error('nobody was invited');
    await enters(phone);
    const { name: pseudonym } = await answers(phone, { step: 'consent', agrees: true });
    const laptop = { ...phone, judge: spare.judge };
    await enters(laptop);
    expect(await deskOf(laptop)).toMatchObject({ step: 'instructions', name: pseudonym });
  });

  it('that was revoked lets nobody in, ends the socket, and leaves to others what was not begun', async () => {
    const name = await house.begin(experiment('revoked', 'perQuestion: 1'));
    const judge = await house.seat(name);
    const socket = connects(judge);
    const run = judge.desk.run?.id ?? '';
    expect(await socket.follow(run)).toMatchObject({ ok: true });
    await house.researcher.ask(ENDPOINTS.revoke, { path: { invitation: judge.id }, body: {} });
    await until(() => socket.isEnded());
    expect(await connects(judge).refusal()).toBe('not-signed-in');
    for (const ask of [() => deskOf(judge), () => enters(judge), () => answers(judge, { step: 'welcome' })])
      expect(await refused(ask())).toMatch(/^401 not-signed-in/);
    expect([await stateOf(name, judge.id), await taken(name)]).toEqual(['revoked', 0]);
  });
});

describe('on the way in', () => {
  it('agreeing takes one place, however often and in however many tabs at once', async () => {
    const name = await house.begin(experiment('agreed', 'perQuestion: 3'));
    const [invited] = await house.invite(name, 1);
    if (!invited) throw new Error('nobody was invited');
    await enters(invited);
    const desks = await Promise.all([1, 2, 3, 4].map(() => answers(invited, { step: 'consent', agrees: true })));
    desks.push(await answers(invited, { step: 'consent', agrees: true }));
    expect(new Set(desks.map(({ name: pseudonym }) => pseudonym))).toEqual(new Set(['judge-1']));
    expect(await taken(name)).toBe(1);
  });

  it('no step can be skipped', async () => {
    const name = await house.begin(experiment('hasty', 'perQuestion: 2'));
    const [invited] = await house.invite(name, 1);
    if (!invited) throw new Error('nobody was invited');
    await enters(invited);
    expect(await refused(answers(invited, { step: 'instructions' }))).toBe(
      '409 refused: Before the instructions comes the consent.',
    );
    const desk = await deskOf(invited);
    expect(desk).toMatchObject({ step: 'welcome', name: null, run: null, queue: { total: 0 } });
    expect(await answers(invited, { step: 'welcome' })).toMatchObject({ step: 'consent', run: null });
    expect(await answers(invited, { step: 'consent', agrees: true })).toMatchObject({
      step: 'instructions',
      run: null,
    });
    expect(await answers(invited, { step: 'instructions' })).toMatchObject({ step: 'runs', queue: { total: 1 } });
  });

  it('a run cannot be looked at before its judge has agreed and read what to do', async () => {
    const name = await house.begin(experiment('early', 'perQuestion: 1'));
    const [invited] = await house.invite(name, 1);
    if (!invited) throw new Error('nobody was invited');
    await enters(invited);
    const { runs } = await house.researcher.ask(ENDPOINTS.runs, { path: { experiment: name } });
    const run = runs[0]?.id ?? '';
    expect(await connects(invited).follow(run)).toEqual({ ok: false, why: 'There is no such run for you.' });
    await answers(invited, { step: 'consent', agrees: true });
    expect(await connects(invited).follow(run)).toEqual({ ok: false, why: 'There is no such run for you.' });
    await answers(invited, { step: 'instructions' });
    expect(await connects(invited).follow(run)).toMatchObject({ ok: true });
  });

  it('declining takes no place; whoever thinks better of it is as if they had not', async () => {
    const name = await house.begin(experiment('declined', 'perQuestion: 1'));
    const [invited] = await house.invite(name, 1);
    if (!invited) throw new Error('nobody was invited');
    await enters(invited);
    await answers(invited, { step: 'welcome' });
    expect(await answers(invited, { step: 'consent', agrees: false })).toMatchObject({ step: 'declined', name: null });
    expect([await stateOf(name, invited.id), await taken(name)]).toEqual(['declined', 0]);
    expect(await answers(invited, { step: 'declined' })).toMatchObject({ step: 'consent' });
    expect(await answers(invited, { step: 'consent', agrees: true })).toMatchObject({ step: 'instructions' });
    expect(await answers(invited, { step: 'consent', agrees: false })).toMatchObject({ step: 'instructions' });
  });

  it('of those who come at once, each gets a place of their own, and one too many is told so', async () => {
    const name = await house.begin(experiment('crowded', 'perQuestion: 8'));
    const invited = await house.invite(name, 9);
    const came = await Promise.all(
      invited.map(async (each) => {
        await enters(each);
        return answers(each, { step: 'consent', agrees: true }).then(
          (desk) => desk.name ?? '',
          async () => refused(answers(each, { step: 'consent', agrees: true })),
        );
      }),
    );
    const places = Array.from({ length: 8 }, (_, i) => `judge-${i + 1}`);
    const full =
      '409 refused: All places in this experiment have been taken. Thank you for coming; there is nothing more to do.';
    expect([...came].sort()).toEqual([full, ...places].sort());
    expect(await taken(name)).toBe(8);
  });
});
