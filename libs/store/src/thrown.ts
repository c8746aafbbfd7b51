/** Whether something thrown carries one of these codes, as errors of Node and of Postgres do. */
export function hasCode(thrown: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(thrown) ?? '');
}

/** The code of something thrown, if it has one. */
export function codeOf(thrown: unknown): string | undefined {
  const hasIt = typeof thrown === 'object' && thrown !== null && 'code' in thrown;
  return hasIt && typeof thrown.code === 'string' ? thrown.code : undefined;
}
