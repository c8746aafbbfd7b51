import { bodyOf, textOf } from './body.ts';
import { errorWords } from './heard.ts';
import { isRecord } from './json-schema.ts';
import { oneLine } from './words.ts';

/**
 * A fetch whose error replies are short and of one shape. The SDK reads them without a bound, and drops what is not under
 * `error`.
 */
export function withShortErrors(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    if (response.ok || response.status < 400) return response;
    const signal = init?.signal ?? new AbortController().signal;
    const body = bodyOf(response, { signal, beat: () => undefined });
    // What the status says holds even when the rest does not come.
    const { text } = await textOf(body, MOST).catch(() => ({ text: '' }));
    body.close();
    const headers = new Headers([...response.headers].filter(([name]) => !ABOUT_BODY.test(name)));
    return new Response(JSON.stringify({ error: complaintIn(text) }), { status: response.status, headers });
  };
}

// Bytes.
const MOST = 65_536;
const ABOUT_BODY = /^content-(length|encoding|type)$/i;

/** What an error reply says: message, parameter and code, from whatever shape they have. */
function complaintIn(text: string): { readonly message: string; readonly code: string } {
  const body = parsed(text);
  if (!isRecord(body)) return { message: oneLine(text, 2000), code: '' };
  const error = body.error ?? body.detail ?? body.message ?? body;
  const { param, code, type } = isRecord(error) ? error : body;
  const about = typeof param === 'string' ? ` (${param})` : '';
  const codes = [code, type].filter((each) => typeof each === 'string');
  return { message: errorWords(error) + about, code: codes.join(' ') };
}

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
