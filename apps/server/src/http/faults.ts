import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Fault } from '@moot/wire';
import type { Settings } from '../settings.ts';
import { withoutSecrets } from './without-secrets.ts';

/** Answers whatever is thrown with a Fault of the wire. What is our own fault is logged and not told. */
@Catch()
export class Faults implements ExceptionFilter {
  private readonly log = new Logger('Faults');
  private readonly settings: Settings;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  catch(thrown: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw thrown;
    const { status, said } = answerTo(thrown);
    if (status >= 500) this.log.error(withoutSecrets(traced(thrown), this.settings));
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) response.destroy();
    else response.status(status).json(said);
  }
}

function answerTo(thrown: unknown): { readonly status: number; readonly said: Fault } {
  if (!(thrown instanceof HttpException)) return { status: 500, said: BROKEN };
  const status = thrown.getStatus();
  const own = Fault.safeParse(thrown.getResponse());
  if (own.success) return { status, said: own.data };
  return { status, said: status >= 500 ? BROKEN : (SAID[status] ?? { code: 'bad-request', words: thrown.message }) };
}

const BROKEN: Fault = { code: 'broken', words: 'Something went wrong in the server. Its log says what.' };

/** What Nest and Express refuse by themselves, in our words. */
const SAID: Readonly<Record<number, Fault>> = {
  404: { code: 'not-found', words: 'There is nothing at this address.' },
  413: { code: 'bad-request', words: 'That is too much at once: the server takes at most 300 kB.' },
};

function traced(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const stack = thrown.stack ?? thrown.message;
  return thrown.cause === undefined ? stack : `${stack}\ncaused by ${traced(thrown.cause)}`;
}
