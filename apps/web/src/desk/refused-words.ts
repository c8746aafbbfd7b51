import { Refusal } from '@moot/wire';

/** Why a judge does not come in, and what can be done about it. */
export function refusedWords(error: Error): string {
  if (!(error instanceof Refusal))
    return 'Something went wrong on this page. Load it again; what you have given is kept.';
  if (error.status === 0)
    return 'The server cannot be reached. This page tries again by itself when you press the button.';
  if (isShut(error))
    return 'It was cut short, or it was withdrawn. Open the whole link as it was sent to you, or write to who sent it. What you have given is kept.';
  return error.message;
}

/** What somebody reads who was let in before. */
export const WITHDRAWN = 'This invitation was withdrawn. What you have given is kept.';

/** Whether no trying again lets anybody in: the link is not a whole one, or was revoked. */
export function isShut(error: Error): boolean {
  return error instanceof Refusal && SHUT.includes(error.status);
}

const SHUT: readonly number[] = [400, 401, 403, 404];
