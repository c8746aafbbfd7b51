import 'reflect-metadata';
import { Body, Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { ENDPOINTS, Fault } from '@moot/wire';
import { expect } from 'vitest';
import type { z } from 'zod';
import { AccountsController } from '../../accounts/accounts.controller.ts';
import { ACCOUNTS, oneTimeLink, openAccounts, type Accounts, type SignedIn } from '../../accounts/accounts.ts';
import { Allows, Asker, Open } from '../../accounts/guard.ts';
import { closers } from '../../closing.ts';
import { ENGINE, type Engine } from '../../engine.ts';
import { Answers } from '../../http/answers.ts';
import { Limited } from '../../http/limited.ts';
import { openLaboratory } from '../../testing/laboratory.ts';
import { guards } from '../guards.ts';
import { secured } from '../secured.ts';

/** A server with accounts and a few routes to try what stands before them. */
export interface MinimalServer {
  readonly url: string;
  readonly engine: Engine;
  readonly accounts: Accounts;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** The token of a link for an account of that name. */
  tokenFor(role: 'researcher' | 'viewer', name: string): Promise<string>;
  /** The cookie of somebody who has signed in. */
  signedIn(role: 'researcher' | 'viewer', name: string): Promise<string>;
  close(): Promise<void>;
}

/** Stands in the environment of the server, and is not to be seen outside. */
const SECRET = 'sk-0123456789abcdef';

export async function openMinimalServer(): Promise<MinimalServer> {
  const closing = closers();
  const laboratory = await openLaboratory({ environment: { OPENAI_API_KEY: SECRET } });
  closing.add(laboratory.close);
  const { engine } = laboratory;
  const accounts = await openAccounts(engine.means.database, engine.settings);
  const providers = [{ provide: ENGINE, useValue: engine }, { provide: ACCOUNTS, useValue: accounts }, ...guards];
  const app = await NestFactory.create<NestExpressApplication>(
    { module: MinimalModule, controllers: [AccountsController, RoutesController], providers },
    { bodyParser: false, forceCloseConnections: true, logger: ['error'] },
  );
  closing.add(() => app.close());
  secured(app, engine.settings);
  await app.listen(0, '127.0.0.1');
  const asked = asking(await app.getUrl());
  return { engine, accounts, ...asked, ...signing(accounts, asked), close: closing.close };
}

/** The cookies that a response sets, as they come back with the next request. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.replace(/;.*/, ''))
    .join('; ');
}

export async function faultOf(response: Response, status: number): Promise<Fault> {
  expect(response.status).toBe(status);
  return Fault.parse(await response.json());
}

type Asking = Pick<MinimalServer, 'url' | 'get' | 'post'>;

function asking(url: string): Asking {
  return {
    url,
    get: (path, headers = {}) => fetch(url + path, { headers }),
    post: (path, body, headers) =>
      fetch(url + path, {
        method: 'POST',
        headers: { origin: url, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
  };
}

function signing(accounts: Accounts, { post }: Asking): Pick<MinimalServer, 'tokenFor' | 'signedIn'> {
  const tokenFor: MinimalServer['tokenFor'] = async (role, name) => {
    const link = await oneTimeLink(accounts, { role, name });
    expect(link).toMatch(/^\/sign-in#\w{32}$/);
    return link.slice('/sign-in#'.length);
  };
  return {
    tokenFor,
    signedIn: async (role, name) => cookieOf(await post('/api/account/sign-in', { token: await tokenFor(role, name) })),
  };
}

@Module({})
class MinimalModule {}

@Controller()
class RoutesController {
  @Answers(ENDPOINTS.presets)
  presets() {
    return { presets: [{ name: 'a', title: 'A', description: '', text: '', truth: 1 }], seed: 7 };
  }

  @Allows('viewer')
  @Answers(ENDPOINTS.datasets)
  datasets(@Asker() { name }: SignedIn) {
    const rest = { format: 'jsonl', licence: null, origin: null, questions: 0, sources: 0 };
    return { datasets: [{ name, ...rest, createdAt: new Date(0) }] };
  }

  @Open()
  @Answers(ENDPOINTS.check)
  check(@Body({ schema: ENDPOINTS.check.body }) { text }: z.output<typeof ENDPOINTS.check.body>) {
    return { ok: false as const, faults: [{ line: null, column: null, field: null, why: String(text.length) }] };
  }

  @Open()
  @Get('/api/broken')
  broken(): never {
    throw new Error(`the key ${SECRET} is wrong in /home/ada`, { cause: new Error('of postgres://ada:hush@db/moot') });
  }

  @Open()
  @Limited({ points: 2, seconds: 60 })
  @Get('/api/limited')
  limited(): object {
    return {};
  }
}
