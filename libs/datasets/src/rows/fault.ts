import type { Row, Spot } from '@moot/experiment';

/** A row that could not be read: where it stands, why, and what to do. */
export type Fault = Extract<Row, { kind: 'fault' }>;

export function fault(at: Spot, why: string): Fault {
  return { kind: 'fault', at, why };
}
