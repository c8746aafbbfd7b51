import { existsSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import express, { type RequestHandler } from 'express';
import { nonceOf } from './security/headers.ts';
import { isApi } from './security/origins.ts';

const FOLDER = fileURLToPath(new URL('../../web/dist/pages/', import.meta.url));
const INDEX = `${FOLDER}index.html`;

/** Serves the built pages: files under their hashed names, and for every other address the one page there is. */
export function pages(): [RequestHandler, RequestHandler, RequestHandler] {
  const files = express.static(FOLDER, { index: false, setHeaders: keptAsNamed });
  const index = existsSync(INDEX) ? readFileSync(INDEX, 'utf8') : undefined;
  return [
    // Only here: what replies hold of secrets and of others' words is not to be guessed at by its length.
    compression({ filter: (request, response) => !isApi(request.path) && compression.filter(request, response) }),
    files,
    (request, response, next) => {
      const isPage = ['GET', 'HEAD'].includes(request.method) && !isApi(request.path) && !/\.\w+$/.test(request.path);
      if (!isPage) {
        next();
        return;
      }
      // It names the newest files, and each answer has a nonce of its own.
      response.setHeader('Cache-Control', 'no-store');
      if (index === undefined) response.status(503).type('text').send(NOT_BUILT);
      else response.type('html').send(index.replaceAll('__NONCE__', nonceOf(response)));
    },
  ];
}

/** A file whose name has its hash never changes; the others are asked for again. */
function keptAsNamed(response: ServerResponse, path: string): void {
  const isHashed = path.startsWith(`${FOLDER}assets/`);
  response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

const NOT_BUILT = 'The pages have not been built: start Moot with npm start, or run node apps/web/build.mjs.\n';
