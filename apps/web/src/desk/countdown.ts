/** How far the server's clock is ahead of this one, in ms, by what it said when its answer came. */
export function clockOffset(serverTime: string, receivedAt: number): number {
  return Date.parse(serverTime) - receivedAt;
}

/** Whole seconds until something is fixed, by the server's clock; 0 when it is. */
export function secondsLeft(fixedAt: string, now: number, offset: number): number {
  return Math.max(0, Math.ceil((Date.parse(fixedAt) - (now + offset)) / 1000));
}
