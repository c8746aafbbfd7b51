import { Refusal } from '@moot/wire';

/** Why a judge does not come in, and what can be done about it. */
export function refusedWords(error: Error): string {
  if (!(error instanceof Refusal))
    return 'Something went wrong on this page. Load it again; what you have given is kept.';
  if (error.status === 0)
    return 'The server cannot be reached. This page tries again by itself when you press the button.';
  if (error.status === 401 || error.status === 403 || error.status === 404)
    return 'It may have been cut short, or it holds no more. Open the whole link as it was sent to you, or write to who sent it. What you have given is kept.';
  return error.message;
}
