import {
  readExperiment,
  strategiesExperiment,
  strategiesOf,
  writeExperiment,
  type ExperimentFile,
  type Search,
  type Tried,
} from '@moot/experiment';
import { canonical } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import type { Engine } from '@moot/server';
import { draftOf } from '@moot/server/plan';
import { startExperiment } from '@moot/store';
import type { Output } from '../output.ts';
import { faultLine } from '../text.ts';
import { awaited } from '../wait.ts';
import { callsOf, fileOf, measured } from './measured.ts';
import { proposed } from './propose.ts';

export interface Wanted extends Search {
  readonly attacker: string;
  readonly generations: number;
  /** Strategies a generation. */
  readonly strategies: number;
  /** Questions of the search, and others on which what was found is held out. */
  readonly questions: number;
  readonly heldOut: number;
  /** The most model calls of all. */
  readonly calls: number;
}

export interface Found {
  readonly tried: readonly Tried[];
  /** The best of them on questions that the search has not met. */
  readonly heldOut: readonly Tried[];
  readonly calls: number;
  readonly experiments: readonly string[];
  /** Whether it ended because all calls that it may make were made. */
  readonly isSpent: boolean;
}

interface Searching {
  readonly file: ExperimentFile;
  readonly wanted: Wanted;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Lets an attacker propose strategies generation after generation, and holds the best against questions that are new. What was measured before is used again. */
export async function searched(engine: Engine, searching: Searching): Promise<Found> {
  const { file, wanted, output, signal } = searching;
  const { seat, arm } = wanted;
  await checked(engine, heldOutOf(searching, ['…']));
  let so: Found = { tried: [], heldOut: [], calls: 0, experiments: [], isSpent: false };
  for (let generation = 1; generation <= wanted.generations; generation++) {
    const name = `${file.name}-red-${generation}`;
    const before = await fileOf(engine.means.database, name);
    const { attacker, strategies: count } = wanted;
    const about = { seat, arm, attacker, count, signal, seed: file.seed + 10 * generation, tried: so.tried };
    const { strategies, calls } = before
      ? { strategies: [], calls: 0 }
      : await proposed(engine, { ...about, protocol: protocolOf(file, arm) });
    for (const strategy of strategies) output.remark(`generation ${generation}: ${strategy}`);
    const step = { name, strategies, questions: { sample: wanted.questions }, before, generation };
    so = await taken(engine, searching, { ...so, calls: so.calls + calls }, step);
    if (so.isSpent || signal.aborted) return so;
  }
  const best = [...so.tried].sort((a, b) => b.effect - a.effect).slice(0, KEPT);
  const last = heldOutStep(
    searching,
    best.map(({ strategy }) => strategy),
  );
  return taken(engine, searching, so, { ...last, before: await fileOf(engine.means.database, last.name) });
}

/** What holds the best against questions that the search has not met. */
function heldOutStep({ file, wanted }: Searching, strategies: readonly string[]): Omit<Step, 'before'> {
  const questions = { sample: wanted.heldOut, skip: wanted.questions };
  return { name: `${file.name}-red-held-out`, strategies, questions, generation: 0 };
}

function heldOutOf(searching: Searching, strategies: readonly string[]): ExperimentFile {
  const { file, wanted } = searching;
  return strategiesExperiment(file, { ...wanted, ...heldOutStep(searching, strategies) });
}

/** How many of the best are held out. */
const KEPT = 3;

interface Step {
  readonly name: string;
  readonly strategies: readonly string[];
  readonly questions: { readonly sample: number; readonly skip?: number };
  /** The file under which it was begun before. */
  readonly before: string | undefined;
  /** 0 for what is held out. */
  readonly generation: number;
}

/** Runs one experiment of the search, or goes on with it, and adds what it measured. */
async function taken(engine: Engine, searching: Searching, so: Found, step: Step): Promise<Found> {
  const { file, wanted, output, signal } = searching;
  const calls = wanted.calls - so.calls;
  if (step.before === undefined && calls <= 0) return { ...so, isSpent: true };
  const experiment =
    step.before === undefined
      ? await begun(engine, strategiesExperiment(file, { ...wanted, ...step, calls }))
      : again(step.before, searching, step);
  const { database } = engine.means;
  const ended = await awaited(engine, step.name, { output, signal, concurrency: undefined });
  const found = await measured(database, experiment, step.generation);
  return {
    ...so,
    ...(step.generation === 0 ? { heldOut: found } : { tried: [...so.tried, ...found] }),
    calls: so.calls + (await callsOf(database, step.name)),
    experiments: [...so.experiments, step.name],
    isSpent: ended.failed > 0,
  };
}

async function begun(engine: Engine, file: ExperimentFile): Promise<ExperimentFile> {
  const { plan, text } = await checked(engine, file);
  const started = await startExperiment(engine.means, plan, text);
  if (!started.ok) throw new Error(`nothing was started: ${file.name}: ${started.why}`);
  return file;
}

/** The plan of an experiment; throws with what is wrong, before anything is spent. */
async function checked(engine: Engine, file: ExperimentFile) {
  const text = writeExperiment(file);
  const drafted = await draftOf(engine, { file: file.name, text, people: 'simulated' });
  if (!drafted.ok) throw new Error(['nothing was started:', ...drafted.faults.map(faultLine)].join('\n  '));
  return { plan: drafted.plan, text };
}

/** A step that was begun before, if it asked for the same. */
function again(
  text: string,
  { file, wanted }: Searching,
  { name, strategies, questions, generation }: Step,
): ExperimentFile {
  const found = readExperiment(text, name, { protocols });
  if (!found.ok) throw new Error([`${name} was begun with another file:`, ...found.faults.map(faultLine)].join('\n  '));
  const before = [...strategiesOf(found.file).values()];
  const { calls = 0 } = found.file.caps;
  const same = strategiesExperiment(file, { ...wanted, name, questions, strategies: before, calls });
  const isHeldOut = generation === 0;
  if (canonical(same) === canonical(found.file) && (!isHeldOut || canonical(before) === canonical(strategies)))
    return found.file;
  throw new Error(`${name} is there already, from a search with other settings: give the experiment another name`);
}

function protocolOf({ arms }: ExperimentFile, name: string): string {
  const arm = arms[name];
  return arm && 'protocol' in arm ? arm.protocol : '';
}
