import { canonical, hash, randomFrom, seedFrom, type Listed, type Orders, type Posed } from '@moot/protocol';
import { assigned, type Place } from './assign.ts';
import type { Arm, ExperimentFile } from './file.ts';
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
}

export type Planned = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly why: string };

/** Works out every run of an experiment: questions by the seed, judges by the design, orders counterbalanced in each arm. */
export function planned(given: Given): Planned {
  const { file, protocols, people } = given;
  const questions = sampled(given.questions, { seed: file.seed, ...file.questions });
  const short = shortage(file, given.questions, questions);
  if (short !== undefined) return { ok: false, why: short };
  const runs = Object.keys(file.arms).length * questions.length * file.judges.perQuestion;
  if (runs > MOST_RUNS) return { ok: false, why: tooMany(runs, questions.length, file) };
  const arms = Object.entries(file.arms).map(([name, arm]) => ({ name, arm, listed: listedFor(protocols, arm) }));
  const drafts = draftsOf(given, questions, arms);
  const unfit = drafts.find((draft) => 'unfit' in draft);
  if (unfit && 'unfit' in unfit) return { ok: false, why: unfit.unfit };
  const fitting = drafts.flatMap((draft) => ('unfit' in draft ? [] : [draft]));
  const frozen = arms.map(({ name, arm, listed }) => armOf(name, arm, listed));
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

interface NamedArm {
  readonly name: string;
  readonly arm: Arm;
  readonly listed: Listed;
}
type Draft = PlannedRun | { readonly unfit: string };

function draftsOf({ file, people }: Given, questions: readonly Asked[], arms: readonly NamedArm[]): readonly Draft[] {
  const { design, perQuestion, perJudge } = file.judges;
  const seats = Math.max(...arms.map(({ arm, listed }) => peopleSeats(arm, listed).length));
  const places = assigned(questions, { design, arms: arms.length, perQuestion, perJudge, seats });
  return arms.flatMap(({ name, arm, listed }, index) => {
    const own = places.filter((place) => place.arm === index);
    const like = arms.findIndex((each) => each.name === (arm.like ?? name));
    const orders = runOrders(
      questions,
      places.filter((place) => place.arm === like),
      randomFrom(file.seed, 'orders', arm.like ?? name),
    );
    return own.map((place) =>
      draftOf({
        ...{ file, people, name, arm, listed, place },
        question: questions[place.question],
        orders: orders(place),
      }),
    );
  });
}

interface Cell extends NamedArm {
  readonly file: ExperimentFile;
  readonly people: Plan['people'];
  readonly place: Place;
  readonly question: Asked | undefined;
  readonly orders: Orders | undefined;
}

function draftOf({ file, people, name, arm, listed, place, question, orders }: Cell): Draft {
  if (!question || !orders) throw new Error(`arm ${name}: a place was assigned without a question`);
  const id = hash([file.name, name, question.key, place.replicate]).slice(0, 12);
  // Without the experiment's name: a copy under another name is to ask for the same.
  const seed = seedFrom(file.seed, 'run', arm.like ?? name, question.key, String(place.replicate));
  const { prompt, options, sourceText } = question;
  const posed: Posed = {
    question: prompt,
    options,
    orders,
    seed,
    ...(sourceText !== undefined && { source: sourceText }),
  };
  const arranged = listed.arrange(arm.setup, posed);
  if ('unfit' in arranged) return { unfit: `arm ${name}, question ${question.key}: ${arranged.unfit}` };
  const seats = seatsOf(arm, listed, { people, slots: place.slots, experiment: file.name });
  return {
    id,
    arm: name,
    questionId: question.id,
    replicate: place.replicate + 1,
    setup: arranged.setup,
    seats,
    // Only sides that somebody argues for: by their number the results know whose they are.
    orders: { ...orders, sides: orders.sides.slice(0, listed.argues(arm.setup).length) },
    seed,
  };
}

function participantsOf(runs: readonly PlannedRun[]): Plan['participants'] {
  const sitters = runs.flatMap(({ seats }) => Object.values(seats));
  const named = sitters.flatMap((sitter) =>
    sitter.kind === 'model' && sitter.participant !== undefined ? [[sitter.participant, sitter.model] as const] : [],
  );
  return [...new Map(named)].map(([pseudonym, model]) => ({ pseudonym, model }));
}

function armOf(name: string, arm: Arm, { version }: Listed): PlannedArm {
  const { protocol, setup, seats } = arm;
  return { name, protocol, version, options: setup, seats, hash: hash(canonical([protocol, version, setup, seats])) };
}

function listedFor(protocols: readonly Listed[], { protocol }: Arm): Listed {
  const listed = protocols.find(({ name }) => name === protocol);
  if (!listed) throw new Error(`there is no protocol ${protocol}`);
  return listed;
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
