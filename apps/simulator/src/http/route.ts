import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { chat, type World } from '../chat/chat.ts';
import { FaultPlan } from '../faults/plan.ts';
import { ROLES } from '../players/model.ts';
import { readBody } from './body.ts';
import { badRequest, sendJson, sendProblem } from './problem.ts';
import { parsed } from './json.ts';

export interface Settings {
  readonly world: World;
  setFaults(plan: FaultPlan): void;
}

/** Finds what a request is about by its method and path. */
export async function route(request: IncomingMessage, response: ServerResponse, settings: Settings): Promise<void> {
  const method = request.method ?? 'GET';
  const path = (request.url ?? '/').replace(/\?.*$/, '').replace(/(.)\/+$/, '$1');
  const doors = DOORS[path];
  if (!doors) {
    sendProblem(response, {
      ...badRequest(`There is nothing at ${method} ${path}.`),
      status: 404,
      code: 'unknown_url',
    });
    return;
  }
  const open = doors[method];
  if (open) await open(request, response, settings);
  else
    sendProblem(
      response,
      { ...badRequest(`${path} does not take ${method}.`), status: 405 },
      { allow: Object.keys(doors).join(', ') },
    );
}

type Door = (request: IncomingMessage, response: ServerResponse, settings: Settings) => Promise<void> | void;

const DOORS: Readonly<Partial<Record<string, Readonly<Partial<Record<string, Door>>>>>> = {
  '/v1/chat/completions': { POST: (request, response, { world }) => chat(request, response, world) },
  '/v1/models': {
    GET: (_request, response) => {
      models(response);
    },
  },
  '/v1/simulator/stats': {
    GET: (_request, response, { world }) => {
      sendJson(response, 200, JSON.stringify(world.tally.stats()));
    },
  },
  '/v1/simulator/faults': { POST: faults },
};

function models(response: ServerResponse): void {
  const data = ROLES.map((id) => ({ id, object: 'model', created: 1_767_225_600, owned_by: 'moot-simulator' }));
  sendJson(response, 200, JSON.stringify({ object: 'list', data }));
}

/** Takes a fault plan; `{}` is that nothing goes wrong. */
async function faults(request: IncomingMessage, response: ServerResponse, { setFaults }: Settings): Promise<void> {
  const body = await readBody(request, 1_000_000);
  if (!body) {
    sendProblem(response, { ...badRequest('A fault plan has at most 1000000 bytes.'), status: 413 });
    return;
  }
  const read = FaultPlan.safeParse(parsed(body.toString()));
  if (!read.success) {
    sendProblem(
      response,
      badRequest(`This is no fault plan: ${z.prettifyError(read.error)}`, read.error.issues[0]?.path.join('.')),
    );
    return;
  }
  setFaults(read.data);
  sendJson(response, 200, JSON.stringify(read.data));
}
