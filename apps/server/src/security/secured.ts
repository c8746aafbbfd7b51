import type { NestExpressApplication } from '@nestjs/platform-express';
import { json, type RequestHandler } from 'express';
import { fault } from '../http/fault.ts';
import type { Settings } from '../settings.ts';
import { headers } from './headers.ts';
import { isSecure, refusalOf } from './origins.ts';

/** Puts what guards the server before its routes. The application is made with `bodyParser: false`. */
export function secured(app: NestExpressApplication, settings: Settings): void {
  // A proxy on the same machine says for whom it asks.
  app.set('trust proxy', 'loopback');
  app.use(
    ...headers(isSecure(settings) ? 'https' : 'http'),
    fromHere(settings),
    withoutNul,
    onlyJson,
    json({ limit: MOST_BYTES }),
    noneIsEmpty,
  );
}

const MOST_BYTES = 300_000;

function fromHere(settings: Settings): RequestHandler {
  return (request, _response, next) => {
    const words = refusalOf(request, settings);
    next(words === undefined ? undefined : fault(403, { code: 'not-allowed', words }));
  };
}

/** Nothing here has a name with such a character, and the database takes none. */
const withoutNul: RequestHandler = (request, _response, next) => {
  const isOdd = /%00|\0/.test(request.url);
  next(isOdd ? fault(400, { code: 'bad-request', words: 'An address has no NUL in it.' }) : undefined);
};

/** Forms of other sites cannot send JSON without asking first. */
const onlyJson: RequestHandler = (request, _response, next) => {
  const isEmpty = request.headers['content-length'] === '0' || request.is('*/*') === null;
  const isOther = !isEmpty && request.is('application/json') === false;
  next(isOther ? fault(415, { code: 'bad-request', words: 'The server takes JSON (application/json).' }) : undefined);
};

/** Who sends no body sends an empty one. */
const noneIsEmpty: RequestHandler = (request, _response, next) => {
  request.body ??= {};
  next();
};
