import { canonical, hash, judgingSeats, type Listed, type Orders, type Posed, type Seat } from '@moot/protocol';
import type { AgainArm, Arm, ExperimentFile } from './file.ts';
import type { Asked, Given, PlannedArm, PlannedRun } from './plan.ts';

/** A finished run of another experiment, as it can be judged again. */
export interface FinishedRun {
  readonly run: string;
  readonly questionId: string;
  readonly protocol: string;
  readonly version: string;
  readonly options: object;
  readonly orders: Orders;
}

/** An arm with what is put before its judges: a table of a protocol, or transcripts. */
export interface Condition {
  readonly name: string;
  readonly arm: Arm | AgainArm;
  readonly seats: readonly Seat[];
  readonly planned: PlannedArm;
  /** Whether a question can be asked here. */
  has(question: Asked): boolean;
  /** What a run on a question begins with, the so-many-th from 0, or why it cannot. */
  begin(posed: Posed, question: Asked, replicate: number): Begun | { readonly unfit: string };
}

type Begun = Pick<PlannedRun, 'setup' | 'orders' | 'judged'>;

export function conditionsOf({ file, protocols, finished }: Given): readonly Condition[] {
  return Object.entries(file.arms).map(([name, arm]) =>
    'transcripts' in arm ? ofTranscripts(name, arm, finished?.get(name) ?? []) : ofProtocol(name, arm, protocols),
  );
}

/** The arms that lack something to judge. */
export function emptyArm(
  file: ExperimentFile,
  conditions: readonly Condition[],
  all: readonly Asked[],
): string | undefined {
  const empty = conditions.find(({ has }) => !all.some(has));
  if (!empty || all.length === 0) return undefined;
  return `arm ${empty.name}: no finished transcript is on a question of ${file.questions.dataset}`;
}

function ofProtocol(name: string, arm: Arm, protocols: readonly Listed[]): Condition {
  const { protocol, setup, seats } = arm;
  const listed = protocols.find((each) => each.name === protocol);
  if (!listed) throw new Error(`there is no protocol ${protocol}`);
  const { version } = listed;
  const frozen = hash(canonical([protocol, version, setup, seats]));
  return {
    name,
    arm,
    seats: listed.seats(setup),
    planned: { name, protocol, version, options: setup, seats, hash: frozen },
    has: () => true,
    begin(posed) {
      const arranged = listed.arrange(setup, posed);
      if ('unfit' in arranged) return arranged;
      // Only sides that somebody argues for: by their number the results know whose they are.
      const sides = posed.orders.sides.slice(0, listed.argues(setup).length);
      return { setup: arranged.setup, orders: { ...posed.orders, sides } };
    },
  };
}

function ofTranscripts(name: string, arm: AgainArm, runs: readonly FinishedRun[]): Condition {
  const { shown, seconds, seats, transcripts } = arm;
  const limit = seconds === undefined ? {} : { seconds };
  const { protocol = '', version = '', options = {} } = runs[0] ?? {};
  const on = ({ id }: Asked) => runs.filter(({ questionId }) => questionId === id);
  const frozen = hash(canonical([protocol, version, options, transcripts, shown, seats, ...Object.values(limit)]));
  return {
    name,
    arm,
    seats: judgingSeats({ judges: 1 }),
    planned: { name, protocol, version, options, seats, hash: frozen },
    has: (question) => on(question).length > 0,
    begin({ options: answers }, question, replicate) {
      const there = on(question);
      const judged = there[replicate % there.length];
      if (!judged) return { unfit: `no finished transcript is on question ${question.key}` };
      const setup = { options: answers, judges: 1, shown, ...limit };
      return { setup, orders: judged.orders, judged: { run: judged.run, shown } };
    },
  };
}
