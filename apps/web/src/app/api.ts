import { client, type Ask } from '@moot/wire';

/** Asks the server that the page came from. */
export const ask: Ask = client((url, init) => window.fetch(url, init));
