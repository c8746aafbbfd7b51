import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../testing/house.ts';
import { startSpeakers, type Speakers } from '../testing/speakers.ts';
import { castFor, type Cast, type Clock, type Onlooker } from './testing/arms/cast.ts';
import { MODELS_YAML, QUESTIONS } from './testing/arms/experiments.ts';
import { playArms } from './testing/arms/play.ts';
import { MOMENTS, SECRETS, type Moment, type Secret } from './testing/arms/secrets.ts';
import { arguers } from './testing/arms/speech.ts';

// What is new in these arms is looked for at fewer moments than in the debates, and without a twin: what accounts, links and
// failures let through does not depend on the protocol.
let speakers: Speakers;
let house: House;
let cast: Cast;
const arguing = arguers();
const clock: Clock = { now: 'unwatched' };
const everybody = (): readonly Onlooker[] => [cast.researcher, cast.viewer, cast.nobody, ...cast.judges];

beforeAll(async () => {
  speakers = await startSpeakers(arguing.speaks);
  house = await openHouse({
    environment: { HIDDEN_KEY: 'sk-hidden', MOOT_UNDO_SECONDS: '600' },
    prepare: (folder) => writeFile(join(folder, 'models.yaml'), MODELS_YAML(speakers.url)),
    concurrency: 8,
  });
  const file = join(house.laboratory.folder, 'doors.jsonl');
  await writeFile(file, QUESTIONS);
  await house.laboratory.importFile('doors', file);
  cast = await castFor(house, clock);
  await playArms({ house, clock, cast, arguers: arguing });
}, 300_000);
afterAll(async () => {
  for (const each of everybody()) each.leave();
  await house.close();
  await speakers.close();
});

const isFor = ({ from }: Secret, { who }: Onlooker, now: Moment): boolean => {
  const since = from[who];
  return since !== undefined && MOMENTS.indexOf(now) >= MOMENTS.indexOf(since);
};
const heardIn = ({ heard }: Onlooker, moment: Moment) => heard.filter(({ when }) => when === moment);

describe.each(MOMENTS)('%s', (moment) => {
  it('nothing is sent to anybody who may not see it', () => {
    const leaks = everybody().flatMap((onlooker) =>
      SECRETS.filter((secret) => !isFor(secret, onlooker, moment)).flatMap(({ name, pattern }) => {
        const found = heardIn(onlooker, moment).find(({ bytes }) => pattern.test(bytes));
        return found ? [`${onlooker.who} saw the ${name} in ${found.where}`] : [];
      }),
    );
    expect(leaks).toEqual([]);
  });
});

it('what may be seen is seen by all for whom it is', () => {
  const missed = everybody().flatMap((onlooker) =>
    SECRETS.filter(({ pattern, from }) => {
      const since = from[onlooker.who];
      if (since === undefined) return false;
      const bytes = MOMENTS.slice(MOMENTS.indexOf(since)).flatMap((moment) => heardIn(onlooker, moment));
      return !bytes.some((each) => pattern.test(each.bytes));
    }).map(({ name }) => `${onlooker.who} did not see the ${name}`),
  );
  expect(missed).toEqual([]);
});

it('who judges again is not told which run it was', () => {
  const [again, others] = [cast.judges.filter(({ who }) => who === 'again'), cast.judges.map(({ run }) => run)];
  expect(again).toHaveLength(1);
  for (const { heard, run } of again)
    for (const other of others.filter((each) => each !== run))
      expect(heard.filter(({ bytes }) => bytes.includes(other)).map(({ where }) => where)).toEqual([]);
});

it('those who argue are told nothing of the truth and of judges, a strategy only if it is theirs, and nothing across a seal', () => {
  const places = ['attacked-A', 'attacked-B', 'consultancy-consultant', 'double-A', 'double-B'];
  for (const place of places) {
    const told = arguing.told(place);
    expect(told, place).toMatch('HIDDEN-SOURCE-TEXT');
    expect(told, place).not.toMatch(/"truth"|THOUGHT-|REASON-|0\.20\d{4}/);
    expect(told.includes('HIDDEN-STRATEGY'), place).toBe(place === 'attacked-A');
  }
  expect(arguing.told('double-A')).not.toMatch('SAID-double-B');
  expect(arguing.told('double-B')).not.toMatch('SAID-double-A');
  expect(arguing.told('attacked-B')).toMatch(/SAID-attacked-A-1/);
  for (const [own, other] of [
    ['A', 'B'],
    ['B', 'A'],
  ])
    expect(arguing.told(`attacked-${own}`)).not.toMatch(`SAID-attacked-${other}-2`);
});
