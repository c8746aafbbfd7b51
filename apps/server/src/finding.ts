/** What a check found: fine, worth knowing, or bad and how to mend it. */
export interface Finding {
  readonly what: string;
  readonly state: 'ok' | 'remark' | 'bad';
  readonly words: string;
  readonly mend?: string;
}

/** What was thrown, with what lies behind it where that says more. */
export function inLine(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  const behind = thrown.cause instanceof Error ? thrown.cause.message : '';
  return behind === '' || thrown.message.includes(behind) ? thrown.message : `${thrown.message} (${behind})`;
}
