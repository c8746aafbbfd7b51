import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { Latency } from './chat/pace.ts';
import type { World } from './chat/chat.ts';
import { FaultPlan, planned } from './faults/plan.ts';
import { isLocal } from './http/local.ts';
import { sendProblem } from './http/problem.ts';
import { route, type Settings } from './http/route.ts';
import { followKey } from './key.ts';
import { library } from './players/library.ts';
import { tally, type CallRecord, type Stats } from './tally.ts';

export interface SimulatorOptions {
  /** 0, the default, is any that is free. */
  readonly port?: number;
  /** The simulator knows truths: nobody outside this machine reaches it. */
  readonly host?: '127.0.0.1';
  /** Where truths are read from; without it the simulator knows none. */
  readonly keyFile?: string;
  readonly latency?: Latency;
  readonly faults?: FaultPlan;
  /** What all that is random follows from, beside the requests themselves. */
  readonly seed?: number;
}

export interface Simulator {
  /** The base URL of the endpoint, which ends in `/v1`. */
  readonly url: string;
  readonly port: number;
  /** The latest calls, oldest first, a thousand at most. */
  calls(): readonly CallRecord[];
  /** How many calls were started. */
  count(): number;
  stats(): Stats;
  /** From the next call on, this plan counts, from its beginning. */
  setFaults(plan: FaultPlan): void;
  close(): Promise<void>;
}

/** Starts an OpenAI-compatible server with simulated players. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port: wanted = 0, host = '127.0.0.1' } = options;
  const counts = tally();
  let plan = FaultPlan.parse(options.faults ?? {});
  let faultOf = planned(plan);
  const setFaults = (next: FaultPlan): void => {
    plan = FaultPlan.parse(next);
    faultOf = planned(plan);
  };
  const world: World = {
    key: followKey(options.keyFile),
    books: library(),
    seed: options.seed ?? 0,
    latency: options.latency ?? { firstMs: 0 },
    tally: counts,
    faultOf: (occasion) => faultOf(occasion),
    retryAfter: () => plan.retryAfter ?? 1,
  };

  const server = serverOf({ world, setFaults });
  const port = await listening(server, wanted, host);
  return {
    url: `http://${host}:${String(port)}/v1`,
    port,
    calls: counts.calls,
    count: counts.count,
    stats: counts.stats,
    setFaults,
    close: () => closed(server),
  };
}

function serverOf(settings: Settings): Server {
  const server = createServer({ keepAliveTimeout: 65_000 }, (request, response) => {
    response.setHeader('x-request-id', `req_${randomUUID()}`);
    response.on('error', () => undefined);
    if (!isLocal(request)) {
      sendProblem(response, {
        status: 403,
        message: 'The simulator answers this machine only, and no web pages.',
        type: 'permission_error',
      });
      return;
    }
    route(request, response, settings).catch((error: unknown) => {
      if (response.headersSent || response.destroyed) response.destroy();
      else
        sendProblem(response, { status: 500, message: `The simulator failed: ${String(error)}`, type: 'server_error' });
    });
  });
  return server;
}

async function listening(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      const isTaken = 'code' in error && error.code === 'EADDRINUSE';
      reject(
        isTaken
          ? new Error(
              `the simulator cannot listen on ${host}:${String(port)}: the port is taken; name another, or 0 for any`,
            )
          : error,
      );
    });
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : port;
}

async function closed(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
