import type { Database } from '@moot/store';
import { withStore } from '../opened.ts';
import { json, type Output } from '../output.ts';
import { settingsHere } from '../settings-here.ts';

export interface InviteOptions {
  readonly judges: number;
  readonly by: string;
  readonly json?: true;
}

/** Makes links for judges. Each is shown this once. */
export async function inviteVerb(experiment: string, options: InviteOptions, output: Output): Promise<void> {
  const { judges, by } = options;
  await withStore(async ({ database }) => {
    const [{ meansOf }, { inviteJudges }] = await Promise.all([
      import('@moot/server/means'),
      import('@moot/server/desk'),
    ]);
    const links = await inviteJudges({ means: meansOf(database) }, { experiment, judges, by });
    if (!links) throw new Error(`there is no experiment ${experiment}; moot ls experiments lists them`);
    const base = await addressHere();
    const shown = links.map(({ id, label, path }) => ({ id, label, link: base + path }));
    if (options.json) output.line(json(shown));
    else for (const { link } of shown) output.line(link);
    for (const line of await remarks(database, experiment)) output.remark(line);
  });
}

async function remarks(database: Database, experiment: string): Promise<readonly string[]> {
  const { placesIn } = await import('@moot/store');
  const { total, invited } = await placesIn(database, experiment);
  const few = `${experiment} has places for ${total} ${total === 1 ? 'person' : 'people'}, and ${invited} invitations are out: whoever comes last finds none.`;
  if (total === 0) return [`${experiment} has no seats for people: whoever follows a link finds nothing to judge.`];
  return [
    ...(invited > total ? [few] : []),
    'These links are shown this once. Each is for one judge, who may open it again on any device.',
  ];
}

export interface SignInOptions {
  readonly name: string;
  readonly role: 'researcher' | 'viewer';
}

/** Makes a link that signs somebody in, once. */
export async function signInVerb({ name, role }: SignInOptions, output: Output): Promise<void> {
  const settings = settingsHere();
  await withStore(async ({ database }) => {
    const { oneTimeLink, openAccounts } = await import('@moot/server/accounts');
    const path = await oneTimeLink(await openAccounts(database, settings), { role, name });
    output.line((await addressHere()) + path);
    output.remark(`It works once, within 15 minutes, and signs in ${name} as ${role}.`);
  });
}

/** Where browsers reach the server, by the settings. */
async function addressHere(): Promise<string> {
  const settings = settingsHere();
  const { addressOf } = await import('@moot/server/origins');
  return addressOf(settings, settings.PORT);
}
