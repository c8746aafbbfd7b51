import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, type House } from '../testing/house.ts';
import { startSpeakers, type Speakers } from '../testing/speakers.ts';
import { answersOf, pushedTo } from './testing/alike.ts';
import { castFor, type Cast, type Clock, type Onlooker } from './testing/cast.ts';
import { API_KEY, MODELS_YAML, startTwin, TWINS } from './testing/experiment.ts';
import { marksOf, type Mark } from './testing/marks.ts';
import { isAllowed, isJudge, isOfTwin, permissionsFor } from './testing/permissions.ts';
import { playAll } from './testing/play.ts';
import { debaters } from './testing/speech.ts';
import { MAY_SEE, MOMENTS, type Moment } from './testing/table.ts';

let speakers: Speakers;
let house: House;
let cast: Cast;
let everybody: readonly Onlooker[] = [];
const clock: Clock = { now: 'before' };

beforeAll(async () => {
  const talking = debaters();
  speakers = await startSpeakers(talking.speaks);
  house = await openHouse({
    environment: { HIDDEN_KEY: API_KEY, MOOT_UNDO_SECONDS: '600' },
    prepare: (folder) => writeFile(join(folder, 'models.yaml'), MODELS_YAML(speakers.url)),
    // Ten debaters wait at once.
    concurrency: 24,
  });
  for (const twin of TWINS) await startTwin(house.laboratory, twin);
  cast = await castFor(house, TWINS, clock);
  everybody = [cast.researcher, cast.viewer, cast.nobody, ...cast.judges];
  await playAll({ house, clock, cast, debaters: talking });
}, 600_000);
afterAll(async () => {
  for (const each of everybody) each.leave();
  await house.close();
  await speakers.close();
});

/** All bytes that somebody received in a moment. */
function bytesOf({ heard }: Onlooker, moment: Moment): string {
  return heard.flatMap(({ when, bytes }) => (when === moment ? bytes : [])).join('\n\n');
}

const marks = TWINS.flatMap((twin) => ({ twin, of: () => marksIn(twin) }));
const marksIn = (twin: (typeof TWINS)[number]): readonly Mark[] =>
  marksOf(
    twin,
    cast.judges.filter((judge) => judge.twin === twin).flatMap(({ places }) => places),
  );

describe.each(MOMENTS)('%s', (moment) => {
  it('nothing is sent to anybody who may not see it', () => {
    const leaks = everybody.flatMap((onlooker) => {
      const bytes = bytesOf(onlooker, moment);
      return marks.flatMap(({ twin, of }) =>
        of()
          .filter((mark) => mark.pattern.test(bytes) && !isFor(onlooker, mark, twin, moment))
          .map((mark) => `${nameFor(onlooker)} saw the ${nameOfMark(mark)} ${spotOf(onlooker, mark, moment)}`),
      );
    });
    expect(leaks).toEqual([]);
  });
});

/** What belongs to one twin is for nobody who judges in the other; most marks are the same in both. */
function isFor(onlooker: Onlooker, mark: Mark, twin: number, moment: Moment): boolean {
  if (isOfTwin(onlooker, twin)) return isAllowed(onlooker, mark, moment);
  const isInBoth =
    isJudge(onlooker) && marksIn(onlooker.twin).some((own) => own.pattern.source === mark.pattern.source);
  return isInBoth;
}

function spotOf({ heard }: Onlooker, { pattern }: Mark, moment: Moment): string {
  const found = heard.find(({ when, bytes }) => when === moment && pattern.test(bytes));
  const at = found?.bytes.search(pattern) ?? 0;
  return `in ${found?.where}: ${found?.bytes.slice(Math.max(0, at - 60), at + 80)}`;
}

const nameFor = ({ name, as, places }: Onlooker): string =>
  `${name} (${as}${places.map(({ arm, seat }) => `, ${seat} of ${arm}`).join('')})`;
const nameOfMark = ({ field, arm, seat }: Mark): string => [field, arm, seat].filter(Boolean).join(' of ');

describe('what may be seen', () => {
  it('is seen by all for whom it is, so that what is not seen is not merely not there', () => {
    const missed = everybody.flatMap((onlooker) =>
      marks.flatMap(({ twin, of }) =>
        (isOfTwin(onlooker, twin) ? of() : []).flatMap((mark) =>
          permissionsFor(onlooker, mark)
            .filter(({ from }) => !since(from).some((moment) => mark.pattern.test(bytesOf(onlooker, moment))))
            .map(({ from }) => `${nameFor(onlooker)} did not see the ${nameOfMark(mark)} from ${from} on`),
        ),
      ),
    );
    expect(missed).toEqual([]);
  });

  it('is marked: no line of the table is without a mark', () => {
    const fields = new Set(TWINS.flatMap((twin) => marksIn(twin).map(({ field }) => field)));
    expect(MAY_SEE.filter(({ field }) => !fields.has(field))).toEqual([]);
  });
});

const since = (from: Moment): readonly Moment[] => MOMENTS.slice(MOMENTS.indexOf(from));

describe('the bytes of a judge', () => {
  it('do not depend on which option is true, but for what is told after the verdict', () => {
    const [first, second] = TWINS.map((twin) => cast.judges.filter((judge) => judge.twin === twin));
    expect([first?.length, second?.length]).toEqual([10, 10]);
    for (const [i, judge] of (first ?? []).entries()) {
      const other = second?.[i];
      if (!other) throw new Error(`${judge.name} has no twin`);
      expect(untold(answersOf(other)), nameFor(judge)).toEqual(untold(answersOf(judge)));
      expect(untold(pushedTo(other)), nameFor(judge)).toEqual(untold(pushedTo(judge)));
    }
  });
});

const untold = (answers: readonly string[]): readonly string[] =>
  answers.map((answer) => answer.replaceAll(/"truth":\d/g, '"truth":TOLD'));
