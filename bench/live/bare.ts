import { join } from 'node:path';
import { z } from 'zod';
import { forked } from '../serving/child.ts';
import { Usage } from '../serving/usage.ts';
import { BareHeard, Ready } from './followed.ts';
import { Listening, socketsProcess, within } from './measure.ts';

export interface BareSettings {
  readonly sockets: number;
  readonly processes: number;
  readonly seconds: number;
  /** To each socket. */
  readonly perSecond: number;
  /** Lengths of texts in characters, taken in turn. */
  readonly sizes: readonly number[];
}

export interface Bare {
  readonly sent: number;
  /** In tenths of a ms. */
  readonly ages: readonly number[];
  readonly cpuMs: number;
  readonly busyMs: number;
  readonly ms: number;
}

/** Sends as much to as many sockets by socket.io alone, which does nothing else. */
export async function measureBare({ sockets, processes, seconds, ...sending }: BareSettings): Promise<Bare> {
  const sender = forked(join(import.meta.dirname, 'bare-process.ts'));
  const children = Array.from({ length: processes }, socketsProcess);
  try {
    const { url } = await sender.hear(Listening);
    await Promise.all(
      children.map(async (child, i) => {
        child.tell({ kind: 'hear', url, sockets: Math.floor((sockets + i) / processes) });
        await within(child.hear(Ready), 60);
      }),
    );
    sender.tell({ ...sending, seconds });
    const { sent, before, after } = await within(sender.hear(Sent), 3 * seconds + 30);
    // What is on its way still counts.
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const child of children) child.tell({ kind: 'enough' });
    const heard = await within(Promise.all(children.map((child) => child.hear(BareHeard))), 60);
    return {
      sent,
      ages: heard.flatMap(({ ages }) => ages),
      cpuMs: after.cpuMs - before.cpuMs,
      busyMs: after.busyMs - before.busyMs,
      ms: after.at - before.at,
    };
  } finally {
    await Promise.all([sender, ...children].map((child) => child.stop()));
  }
}

const Sent = z.object({ kind: z.literal('sent'), sent: z.int(), before: Usage, after: Usage });
