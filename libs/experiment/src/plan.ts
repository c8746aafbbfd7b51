import { hash, randomFrom, seedFrom, type Listed, type Orders, type Posed } from '@moot/protocol';
import { assigned, type Place } from './assign.ts';
import { conditionsOf, emptyArm, type Condition, type FinishedRun } from './conditions.ts';
import type { ExperimentFile } from './file.ts';
import { runOrders } from './run-orders.ts';
import type { Question } from './question.ts';
import { sampled } from './sample.ts';
import { peopleSeats, seatsOf } from './seating.ts';
import type { Sitter } from './sitter.ts';

/** A question as the store knows it, with the text of its source. */
export interface Asked extends Question {
  readonly id: string;
  readonly sourceText?: string;
}

export interface PlannedArm {
  readonly name: string;
  readonly protocol: string;
  readonly version: string;
  readonly options: object;
  readonly seats: object;
  /** SHA-256 of protocol, version, options and seats. */
  readonly hash: string;
}

export interface PlannedRun {
  /** Follows from experiment, arm, question and replicate. */
  readonly id: string;
  readonly arm: string;
  readonly questionId: string;
  readonly replicate: number;
  readonly setup: object;
  readonly seats: Readonly<Record<string, Sitter>>;
  readonly orders: Orders;
  readonly seed: number;
  /** The finished run whose transcript is judged here, and how it is shown. */
  readonly judged?: Judged;
}

export interface Judged {
  readonly run: string;
  readonly shown: 'whole' | 'stepped' | 'timed';
}

/** An experiment frozen: everything that is to be run, before anything runs. */
export interface Plan {
  readonly name: string;
  readonly seed: number;
  readonly people: 'people' | 'simulated';
  readonly file: ExperimentFile;
  readonly hash: string;
  readonly arms: readonly PlannedArm[];
  readonly runs: readonly PlannedRun[];
  /** Pseudonyms of the simulated people. */
  readonly participants: readonly { readonly pseudonym: string; readonly model: string }[];
}

export interface Given {
  readonly file: ExperimentFile;
  readonly questions: readonly Asked[];
  readonly protocols: readonly Listed[];
  readonly people: 'people' | 'simulated';
  /** What there is to judge again, by the arm that judges it. */
  readonly finished?: ReadonlyMap<string, readonly FinishedRun[]>;
}

export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly why: string };

/** Works out every run of an experiment: questions by the seed, judges by the design, orders counterbalanced in each arm. */
export function planned(given: Given): Planned {
  const { file, people } = given;
  const arms = conditionsOf(given);
  const all = given.questions.filter((question) => arms.every(({ has }) => has(question)));
  const questions = sampled(all, { seed: file.seed, ...file.questions });
  const short = emptyArm(file, arms, given.questions) ?? shortage(file, all, questions);
  if (short !== undefined) return { ok: false, why: short };
  const runs = Object.keys(file.arms).length * questions.length * file.judges.perQuestion;
  if (runs > MOST_RUNS) return { ok: false, why: tooMany(runs, questions.length, file) };
  const drafts = draftsOf(given, questions, arms);
  const unfit = drafts.find((draft) => 'unfit' in draft);
  if (unfit && 'unfit' in unfit) return { ok: false, why: unfit.unfit };
  const fitting = drafts.flatMap((draft) => ('unfit' in draft ? [] : [draft]));
  const frozen = arms.map((arm) => arm.planned);
  return {
    ok: true,
    plan: {
      name: file.name,
      seed: file.seed,
      people,
      file,
      hash: hash([file, frozen, fitting.map(({ id }) => id)]),
      arms: frozen,
      runs: fitting,
      participants: participantsOf(fitting),
    },
  };
}

/** The most runs of one experiment: what can be planned while others wait for an answer. */
const MOST_RUNS = 20_000;

function tooMany(runs: number, questions: number, { arms, judges }: ExperimentFile): string {
  return `${Object.keys(arms).length} arms × ${questions} questions × ${judges.perQuestion} verdicts are ${runs} runs, and an experiment has at most ${MOST_RUNS}: lower sample or perQuestion, or make several`;
}

type Draft = PlannedRun | { readonly unfit: string };

function draftsOf({ file, people }: Given, questions: readonly Asked[], arms: readonly Condition[]): readonly Draft[] {
  const { design, perQuestion, perJudge } = file.judges;
  const seats = Math.max(...arms.map((each) => peopleSeats(each.arm, each.seats).length));
  const places = assigned(questions, { design, arms: arms.length, perQuestion, perJudge, seats });
  return arms.flatMap((condition, index) => {
    const own = places.filter((place) => place.arm === index);
    const like = likeOf(condition);
    const model = arms.findIndex((each) => each.name === like);
    const orders = runOrders(
      questions,
      places.filter((place) => place.arm === model),
      randomFrom(file.seed, 'orders', like),
    );
    return own.map((place) =>
      draftOf({ file, people, condition, place, question: questions[place.question], orders: orders(place) }),
    );
  });
}

/** The arm whose orders and seeds one has: its own, if it is like no other. */
function likeOf({ name, arm }: Condition): string {
  return ('like' in arm ? arm.like : undefined) ?? name;
}

interface Cell {
  readonly condition: Condition;
  readonly file: ExperimentFile;
  readonly people: Plan['people'];
  readonly place: Place;
  readonly question: Asked | undefined;
  readonly orders: Orders | undefined;
}

function draftOf({ file, people, condition, place, question, orders }: Cell): Draft {
  const { name, arm } = condition;
  if (!question || !orders) throw new Error(`arm ${name}: a place was assigned without a question`);
  const id = hash([file.name, name, question.key, place.replicate]).slice(0, 12);
  // Without the experiment's name: a copy under another name is to ask for the same.
  const seed = seedFrom(file.seed, 'run', likeOf(condition), question.key, String(place.replicate));
  const { prompt, options, sourceText } = question;
  const posed: Posed = {
    question: prompt,
    options,
    orders,
    seed,
    ...(sourceText !== undefined && { source: sourceText }),
  };
  const unread = unreadable(arm, options);
  if (unread !== undefined) return { unfit: `arm ${name}, question ${question.key}: ${unread}` };
  const begun = condition.begin(posed, question, place.replicate);
  if ('unfit' in begun) return { unfit: `arm ${name}, question ${question.key}: ${begun.unfit}` };
  const seats = seatsOf(arm, condition.seats, { people, slots: place.slots, experiment: file.name });
  return {
    id,
    arm: name,
    questionId: question.id,
    replicate: place.replicate + 1,
    ...begun,
    seats,
    seed,
  };
}

/** Numbers of two digits are not one token, so that their log-probabilities say something else. */
function unreadable({ seats }: Condition['arm'], options: readonly string[]): string | undefined {
  const isRead = Object.values(seats).some((entry) => typeof entry !== 'string' && entry.reading === 'logprobs');
  if (!isRead || options.length < 10) return undefined;
  return `reading: logprobs takes questions of at most nine options, and this one has ${options.length}`;
}

function participantsOf(runs: readonly PlannedRun[]): Plan['participants'] {
  const sitters = runs.flatMap(({ seats }) => Object.values(seats));
  const named = sitters.flatMap((sitter) =>
    sitter.kind === 'model' && sitter.participant !== undefined ? [[sitter.participant, sitter.model] as const] : [],
  );
  return [...new Map(named)].map(([pseudonym, model]) => ({ pseudonym, model }));
}

function shortage(
  { questions: { dataset, sample, perSource, skip = 0 } }: ExperimentFile,
  all: readonly Asked[],
  drawn: readonly Asked[],
): string | undefined {
  if (all.length === 0) return `the data set ${dataset} has no questions`;
  if (drawn.length === 0) return `skip leaves none of the ${all.length} questions of ${dataset}`;
  if (sample === undefined || drawn.length === sample) return undefined;
  const after = skip === 0 ? '' : ` after the first ${skip}`;
  return `a sample of ${sample}${after} was asked for; ${dataset} has ${all.length} questions and gives ${drawn.length}${after} with at most ${perSource} from one source: lower sample, or raise perSource`;
}
