import { safe } from '@moot/ui';
import { Refusal } from '@moot/wire';

/** Why something was not done, in the words of the server, or ours if it said none. */
export function troubleWords(error: unknown): string {
  if (error instanceof Refusal) return safe(error.message);
  return 'The server answered something this page does not understand. Load the page again; it may be of another version.';
}
