import { fault } from '../http/fault.ts';

/** That something is not there, thrown. */
export function missing(what: string, name: string) {
  return fault(404, { code: 'not-found', words: `There is no ${what} ${name}.` });
}
