export type { Parameters, Sitter } from '@moot/experiment';
export type { ComplianceCheck } from './compliance.ts';
export type {
  Alternatives,
  Ask,
  Attempt,
  Attempts,
  AttemptStatus,
  Call,
  Change,
  Failure,
  ModelRequest,
  Reserved,
  Run,
  Settlement,
  TurnRef,
  World,
} from './ports.ts';
export { changed, dueAtStart, waitingForPeople } from './due.ts';
export { BOUNDS, standing } from './standing.ts';
export type { ReadReply, Standing } from './standing.ts';
export { abandon, entered, pass, retry, submit } from './submit.ts';
export { take } from './take.ts';
export type { Listener, Taken, Tools } from './take.ts';
