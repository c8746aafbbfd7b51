/** The pause that an endpoint asks for in its headers, in ms: given in ms, in seconds, or as a date. */
export function retryAfter(headers: Headers | undefined, now: number): number | undefined {
  const exact = amount(headers?.get('retry-after-ms'));
  if (exact !== undefined) return Math.ceil(exact);
  const text = headers?.get('retry-after');
  const seconds = amount(text);
  if (seconds !== undefined) return Math.ceil(seconds * 1000);
  const date = /[a-z]/i.test(text ?? '') ? Date.parse(text ?? '') : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function amount(text: string | null | undefined): number | undefined {
  return /^\s*\d{1,9}(\.\d+)?\s*$/.test(text ?? '') ? Number(text) : undefined;
}
