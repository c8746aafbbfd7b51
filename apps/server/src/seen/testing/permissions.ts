import type { Judge, Onlooker } from './cast.ts';
import type { Mark } from './marks.ts';
import { MAY_SEE, MOMENTS, type Arm, type Audience, type Moment, type Permission } from './table.ts';

/** What somebody is to the run or the seat that a mark belongs to. */
function audienceOf({ as, places }: Onlooker, { arm, seat }: Mark): Audience {
  if (as !== 'judge' || arm === undefined) return as;
  const own = places.filter((place) => place.arm === arm);
  if (own.length === 0) return 'judge elsewhere';
  return seat === undefined || own.some((place) => place.seat === seat) ? 'judge' : 'other judge';
}

/** The permissions that hold for somebody and a mark, whenever they begin. */
export function permissionsFor(onlooker: Onlooker, mark: Mark): readonly Permission[] {
  const audience = audienceOf(onlooker, mark);
  const arms: readonly Arm[] = mark.arm ? [mark.arm] : onlooker.places.map(({ arm }) => arm);
  return MAY_SEE.filter(
    ({ field, who, arms: only }) =>
      field === mark.field && who.includes(audience) && (!only || arms.some((arm) => only.includes(arm))),
  );
}

export function isAllowed(onlooker: Onlooker, mark: Mark, now: Moment): boolean {
  return permissionsFor(onlooker, mark).some(({ from }) => MOMENTS.indexOf(now) >= MOMENTS.indexOf(from));
}

/** Whether what is of one twin alone can be of somebody at all. */
export function isOfTwin(onlooker: Onlooker, twin: number): boolean {
  return isJudge(onlooker) ? onlooker.twin === twin : true;
}

export function isJudge(onlooker: Onlooker): onlooker is Judge {
  return 'twin' in onlooker;
}
