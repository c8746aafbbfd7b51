import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { ENDPOINTS, type Ask } from '@moot/wire';
import { z } from 'zod';
import { asResearcher } from '../serving/asking.ts';
import { forked, type Child } from '../serving/child.ts';
import { invitedJudges, type Judge } from '../serving/judges.ts';
import type { Server } from '../serving/server.ts';
import { Usage } from '../serving/usage.ts';
import { FollowedRuns, Ready } from './followed.ts';
import { DATASET, inLiveHouse, type LiveHouse } from './house.ts';
import { checkedSpeeches, type Checked } from './speeches.ts';
import { watchUsage, type Used } from './used.ts';

export interface LiveSettings {
  readonly judges: number;
  /** For how long each debater speaks, and how many words a second. */
  readonly seconds: number;
  readonly rate: number;
  /** How many processes the judges are in. */
  readonly processes: number;
}

export interface Followed {
  readonly heard: FollowedRuns;
  readonly checked: Checked;
  readonly used: Used;
  /** For how long all spoke, and from the first that was asked for, in seconds. */
  readonly seconds: number;
  readonly endpointCpuMs: number;
}

/** Lets so many judges follow a run each, all at once, in a server of its own. */
export async function measureFollowing(
  given: LiveSettings,
  remark: (text: string) => void,
  databaseUrl?: string,
): Promise<Followed> {
  const { judges, seconds, rate } = given;
  const calls = 2 * judges;
  const words = Math.round(seconds * rate);
  const endpoint = forked(join(import.meta.dirname, 'endpoint-process.ts'), {
    arguments: [calls, words, rate].map(String),
  });
  try {
    const { url } = await endpoint.hear(Listening);
    const house = { questions: judges, turns: calls, endpoint: url, ...(databaseUrl !== undefined && { databaseUrl }) };
    return await inLiveHouse(house, async (opened) => {
      const ask = await asResearcher(opened.server);
      const experiment = await begun(ask, fileText(given, words));
      const invited = await invitedJudges(opened.server.url, { ask, experiment, judges });
      remark(`${judges} judges are invited and at their runs …`);
      return following(opened, { given, invited, endpoint });
    });
  } finally {
    await endpoint.stop();
  }
}

export const Listening = z.object({ kind: z.literal('listening'), url: z.string() });
const Begun = z.object({ kind: z.literal('begun') });
const Ended = z.object({ ...Usage.shape, kind: z.literal('ended') });

function fileText({ judges }: LiveSettings, words: number): string {
  return `name: live
seed: 1
questions: { dataset: ${DATASET}, sample: ${judges}, perSource: ${judges} }
arms:
  debate:
    protocol: debate
    setup: { order: simultaneous, rounds: 1, words: { ask: ${words}, min: 1, max: ${2 * words} }, reveal: live }
    seats: { debater: sim/debater, judge: people }
judges: { perQuestion: 1, perJudge: 1 }
`;
}

async function begun(ask: Ask, text: string): Promise<string> {
  const started = await ask(ENDPOINTS.start, { body: { text, people: 'people', key: randomUUID() } });
  if (!started.ok) throw new Error(started.faults.map(({ why }) => why).join('\n'));
  return started.name;
}

interface ToFollow {
  readonly given: LiveSettings;
  readonly invited: readonly Judge[];
  readonly endpoint: Child;
}

async function following({ server, engine }: LiveHouse, { given, invited, endpoint }: ToFollow): Promise<Followed> {
  const children = Array.from({ length: given.processes }, socketsProcess);
  const used = await watchUsage(server);
  try {
    await Promise.all(children.map((child, i) => connected(child, server, every(invited, given.processes, i))));
    for (const child of children) child.tell({ kind: 'begin' });
    const told = Promise.all(children.map((child) => child.hear(FollowedRuns)));
    await within(Promise.race([endpoint.hear(Begun), told]), 120);
    const since = performance.now();
    await used.begin();
    const { cpuMs } = await within(endpoint.hear(Ended), 2 * given.seconds + 60);
    await used.end();
    const seconds = (performance.now() - since) / 1000;
    const heard = together(await within(told, 120));
    const checked = await checkedSpeeches(engine, heard.runs);
    return { heard, checked, used: await used.usedInAll(), seconds, endpointCpuMs: cpuMs };
  } finally {
    used.stop();
    await Promise.all(children.map((child) => child.stop()));
  }
}

/** A process of sockets, which waits for what it is to do. */
export function socketsProcess(): Child {
  return forked(join(import.meta.dirname, 'sockets-process.ts'));
}

async function connected(child: Child, { url }: Server, judges: readonly Judge[]): Promise<void> {
  child.tell({ kind: 'follow', url, judges });
  await within(child.hear(Ready), 60);
}

function every<X>(all: readonly X[], step: number, from: number): readonly X[] {
  return all.filter((_, i) => i % step === from);
}

function together(parts: readonly FollowedRuns[]): FollowedRuns {
  return {
    kind: 'followed',
    runs: parts.flatMap(({ runs }) => runs),
    ages: parts.flatMap(({ ages }) => ages),
    sizes: parts.flatMap(({ sizes }) => sizes),
  };
}

/** What is promised, if it comes within so many seconds: the benchmark ends by itself. */
export async function within<X>(promised: Promise<X>, seconds: number): Promise<X> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came for ${seconds} seconds`)), 1000 * seconds);
  });
  return Promise.race([promised, late]).finally(() => clearTimeout(timer));
}
