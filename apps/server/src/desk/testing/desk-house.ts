import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ENDPOINTS, Refusal, type Desk, type Submission } from '@moot/wire';
import { openHouse, type House } from '../../testing/house.ts';
import type { OpenSocket } from '../../testing/socket.ts';
import { visitor, type Visitor } from '../../testing/visitor.ts';

/** A server with a data set, and a researcher who is signed in. Judges come to it one by one. */
export interface DeskHouse extends House {
  readonly researcher: Visitor;
  /** Starts an experiment of people. */
  begin(text: string): Promise<string>;
  /** Invites so many judges; nobody has come yet. */
  invite(experiment: string, judges: number): Promise<readonly Invited[]>;
  /** A judge who has agreed, and is before their first run. */
  seat(experiment: string): Promise<Seated>;
}

export interface Invited {
  readonly id: string;
  readonly secret: string;
  readonly judge: Visitor;
}

export interface Seated extends Invited {
  readonly desk: Desk;
}

/** So many questions, no two on one source, `questions` in all. */
export async function openDeskHouse(questions: number, undoSeconds: number): Promise<DeskHouse> {
  const house = await openHouse({ environment: { MOOT_UNDO_SECONDS: String(undoSeconds) } });
  const file = join(house.laboratory.folder, 'doors.jsonl');
  await writeFile(file, Array.from({ length: questions }, (_, i) => linesFor(i)).join('\n'));
  await house.laboratory.importFile('doors', file);
  const researcher = visitor({ name: 'the researcher', url: house.url });
  await researcher.ask(ENDPOINTS.signIn, { body: { token: await house.tokenFor('researcher') } });
  let comers = 0;
  const invite: DeskHouse['invite'] = async (experiment, judges) => {
    const { links } = await researcher.ask(ENDPOINTS.invite, { path: { experiment }, body: { judges } });
    return links.map(({ path }) => {
      const [, id = '', secret = ''] = /^\/judge\/(\w+)#(.+)$/.exec(path) ?? [];
      // Each from an address of their own, as a proxy tells it: how often one may ask is another test's.
      const address = `10.0.${Math.floor(++comers / 250)}.${comers % 250}`;
      return { id, secret, judge: visitor({ name: `judge ${comers}`, url: house.url, address }) };
    });
  };
  return {
    ...house,
    researcher,
    invite,
    async begin(text) {
      const started = await researcher.ask(ENDPOINTS.start, { body: { text, people: 'people', key: randomUUID() } });
      if (!started.ok) throw new Error(started.faults.map(({ why }) => why).join('\n'));
      return started.name;
    },
    async seat(experiment) {
      const [invited] = await invite(experiment, 1);
      if (!invited) throw new Error('nobody was invited');
      await enters(invited);
      await answers(invited, { step: 'consent', agrees: true });
      return { ...invited, desk: await answers(invited, { step: 'instructions' }) };
    },
  };
}

function linesFor(i: number): string {
  const source = { kind: 'source', key: `house ${i}`, text: `House number ${i} has a northern door and no other.` };
  const question = { key: `door ${i}`, question: `Which door has house ${i}?`, options: ['northern', 'southern'] };
  return [source, { kind: 'question', ...question, truth: 0, source: source.key }]
    .map((line) => JSON.stringify(line))
    .join('\n');
}

export async function enters({ judge, id, secret }: Invited): Promise<void> {
  await judge.ask(ENDPOINTS.enter, { path: { invitation: id }, body: { secret } });
}

export async function deskOf({ judge, id }: Invited): Promise<Desk> {
  return judge.ask(ENDPOINTS.desk, { path: { invitation: id } });
}

type Answer =
  { readonly step: 'welcome' | 'declined' | 'instructions' } | { readonly step: 'consent'; readonly agrees: boolean };

export async function answers({ judge, id }: Invited, body: Answer): Promise<Desk> {
  return judge.ask(ENDPOINTS.step, { path: { invitation: id }, body });
}

/** What is said, by default a verdict that the rules take. */
export interface Saying {
  readonly run: string;
  readonly key?: string;
  readonly seat?: string;
  readonly at?: string;
  readonly belief?: readonly number[];
}

export async function submits({ judge, id }: Invited, saying: Saying): Promise<Submission> {
  const { run, key = randomUUID(), seat = 'judge', at = 'end', belief = [0.25, 0.75] } = saying;
  const body = {
    key,
    turn: { seat, kind: 'verdict', at, version: 1 },
    said: { belief, reason: 'so it seems' },
    trace: { shownAt: null, activeMs: 5, changes: [] },
  };
  return judge.ask(ENDPOINTS.submit, { path: { invitation: id, run }, body });
}

export async function takesBack({ judge, id }: Invited, run: string, key: string): Promise<Submission> {
  return judge.ask(ENDPOINTS.takeBack, { path: { invitation: id, run }, body: { key } });
}

/** The socket of a judge. */
export function connects({ judge, id }: Invited): OpenSocket {
  return judge.connect({ as: 'judge', invitation: id });
}

/** How something was refused: status, code and words. */
export async function refused(asking: Promise<unknown>): Promise<string> {
  try {
    await asking;
  } catch (thrown) {
    if (thrown instanceof Refusal) return `${thrown.status} ${thrown.code}: ${thrown.message}`;
    throw thrown;
  }
  return 'it was not refused';
}
