import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { command } from './testing/command.ts';
import { surroundings, type Surroundings } from './testing/surroundings.ts';

let place: Surroundings;
beforeAll(async () => {
  place = await surroundings();
  await command('import', 'worlds', 'seed=7,count=48');
  const arms = 'arms:\n  only: { protocol: direct, setup: { source: hidden }, seats: { judge: people } }\n';
  const judges = 'judges: { perQuestion: 2 }\n';
  const questions = 'questions: { dataset: worlds, sample: 2 }\n';
  const file = place.file('pair.yaml', `name: pair\nseed: 1\n${questions}${arms}${judges}`);
  expect((await command('run', file)).remarks).toContain('It waits for 2 people: moot invite pair --judges 2');
});
afterAll(() => place.remove());

const Links = z.array(z.object({ id: z.string(), label: z.string(), link: z.string() }));
const Runs = z.array(z.object({ id: z.string(), state: z.string() }));

it('invites judges with links whose secrets are nowhere in the database', async () => {
  const { out, remarks } = await command('invite', 'pair', '--judges', '2', '--json');
  const links = Links.parse(JSON.parse(out));
  expect(links.map(({ label }) => label)).toEqual(['judge 1 of 2', 'judge 2 of 2']);
  for (const { id, link } of links) expect(link).toMatch(new RegExp(`^http://127.0.0.1:4100/judge/${id}#[\\w-]{32}$`));
  expect(remarks).toMatch(/shown this once/);
  const secret = links[0]?.link.split('#')[1] ?? '';
  expect((await command('sql', 'select * from results.submissions')).out).not.toContain(secret);
});

it('says when more are invited than there are places', async () => {
  expect((await command('invite', 'pair')).remarks).toContain(
    'pair has places for 2 people, and 3 invitations are out: whoever comes last finds none.',
  );
});

it('says that there is no such experiment', async () => {
  expect((await command('invite', 'none')).fault).toBe('there is no experiment none; moot ls experiments lists them');
});

it('makes a link that signs in', async () => {
  const { out, remarks } = await command('sign-in', '--name', 'Ada', '--role', 'viewer');
  expect(out).toMatch(/^http:\/\/127\.0\.0\.1:4100\/sign-in#\w{20,}$/);
  expect(remarks).toBe('It works once, within 15 minutes, and signs in Ada as viewer.');
});

it('abandons a run, which then has ended without a belief', async () => {
  const [run] = Runs.parse(JSON.parse((await command('ls', 'runs', 'pair', '--json')).out));
  const id = run?.id ?? '';
  expect((await command('abandon', id, '--why', 'nobody came')).out).toBe(`run ${id}: abandoned, 1 turns passed`);
  expect((await command('abandon', id, '--why', 'again')).fault).toBe(`run ${id} has ended already`);
  const { out } = await command('sql', 'select abstained, passed from results.verdicts', '--format', 'csv');
  expect(out).toBe('abstained,passed\nt,abandoned: nobody came');
});
