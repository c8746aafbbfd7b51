import { ENDPOINTS, type Ask } from '@moot/wire';
import { asking } from './asking.ts';

/** A judge who has come as far as their first run. */
export interface Judge {
  readonly invitation: string;
  readonly cookie: string;
  readonly run: string;
}

/** Invites so many judges to an experiment, and leads each to their run. */
export async function invitedJudges(
  base: string,
  { ask, experiment, judges }: { readonly ask: Ask; readonly experiment: string; readonly judges: number },
): Promise<readonly Judge[]> {
  const { links } = await ask(ENDPOINTS.invite, { path: { experiment }, body: { judges } });
  const left = links.values();
  const found: Judge[] = [];
  const lead = async () => {
    for (const { path } of left) found.push(await ledToRun(base, path));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lead));
  return found;
}

const AT_ONCE = 4;

/** Gives consent and reads the instructions. */
async function ledToRun(base: string, link: string): Promise<Judge> {
  const [, invitation = '', secret = ''] = /\/judge\/([^#]+)#(.+)/.exec(link) ?? [];
  // The door lets only so many in from one address each minute; this is the cookie that it gives.
  const cookie = { [`moot_judge_${invitation.replaceAll(/[^\w-]/g, '_')}`]: secret };
  const ask = asking(base, cookie);
  await ask(ENDPOINTS.step, { path: { invitation }, body: { step: 'consent', agrees: true } });
  const { run } = await ask(ENDPOINTS.step, { path: { invitation }, body: { step: 'instructions' } });
  if (!run) throw new Error(`the judge with the invitation ${invitation} was given no run`);
  return {
    invitation,
    cookie: Object.entries(cookie)
      .map((each) => each.join('='))
      .join('; '),
    run: run.id,
  };
}
