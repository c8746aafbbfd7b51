import { Refusal } from '@moot/wire';

/** Whether a question to the server is asked again: only when it could not be reached or broke, and not for long. */
export function mayRetry(failures: number, error: Error): boolean {
  const isPassing = error instanceof Refusal && (error.status === 0 || error.status >= 500);
  return isPassing && failures < 3;
}
