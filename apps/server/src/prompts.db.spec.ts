import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom } from '@moot/protocol';
import type { ShownRun } from '@moot/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLaboratory, type Laboratory } from './testing/laboratory.ts';
import { startPlainEndpoint, type PlainEndpoint } from './testing/plain-endpoint.ts';
import { marks } from './testing/plain-reply.ts';
import { until } from './testing/until.ts';
import { workers } from './testing/worker-process.ts';

const KEY = 'sk-prompts-9e8d7c6b';
const QUESTIONS = 2;

let endpoint: PlainEndpoint;
let laboratory: Laboratory;
let asked: readonly AskedFor[];
const processes = workers();

/** A prompt as it was recorded, with the run and the turn it was for. */
interface AskedFor {
  readonly run: ShownRun;
  readonly seat: string;
  readonly kind: string;
  readonly round: number;
  readonly prompt: string;
}

beforeAll(async () => {
  endpoint = await startPlainEndpoint(KEY);
  laboratory = await openLaboratory({ environment: { OPENAI_BASE_URL: endpoint.url, OPENAI_API_KEY: KEY } });
  for (const truth of [0, 1]) {
    const path = join(laboratory.folder, `${twin(truth)}.jsonl`);
    await writeFile(path, dataset(truth));
    await laboratory.importFile(twin(truth), path);
    await laboratory.start(experiment(twin(truth)));
  }
  // Somebody is killed in the middle, and others go on from what was committed.
  const killed = processes.start(laboratory.environment, 4);
  await until(() => endpoint.asked.length >= 40, 2);
  await killed.kill();
  await laboratory.engine.work(4);
  for (const truth of [0, 1]) await laboratory.ended(twin(truth));
  asked = await recorded();
});
afterAll(async () => {
  await processes.endAll();
  await laboratory.close();
  await endpoint.close();
});

/** The same questions twice; only the truth differs. */
const twin = (truth: number): string => `truth-is-${truth}`;

function dataset(truth: number): string {
  const lines = Array.from({ length: QUESTIONS }, (_, i) => [
    {
      kind: 'source',
      key: `secret-source-key-${i}`,
      title: `SECRET-TITLE-${i}`,
      text: `There was once a house number ${i} by the sea. SECRET-SOURCE-${i} is what its door said.`,
    },
    {
      kind: 'question',
      key: `secret-key-${i}`,
      question: `Which door has house ${i}?`,
      options: ['the northern door', 'the southern door'],
      truth,
      source: `secret-source-key-${i}`,
      split: 'secret-split',
      difficulty: 'secret-difficulty',
      licence: 'secret-licence',
    },
  ]);
  return lines
    .flat()
    .map((line) => JSON.stringify(line))
    .join('\n');
}

/** Debates of random setups, and judges without one. */
function experiment(name: string): string {
  const random = randomFrom(11, 'setups');
  const one = <X>(choices: readonly X[]): X | undefined => choices[random.index(choices.length)];
  const debates = ['simultaneous', 'sequential', 'simultaneous', 'sequential', 'simultaneous'].map((order, i) => {
    const words = 40 + random.index(40);
    const setup = `order: ${order}, rounds: ${1 + random.index(3)}, words: { ask: ${words}, min: 20, max: ${2 * words} }, beliefs: ${one(['end', 'each-round'])}, reveal: ${one(['live', 'paced', 'together'])}, quotes: ${one(['none', 'unmarked', 'marked'])}, instructions: { A: SECRET-INSTRUCTION }`;
    return `  debate-${i}: { protocol: debate, setup: { ${setup} }, seats: { debater: openai/plain, judge: openai/plain } }`;
  });
  return `name: ${name}
seed: 5
questions: { dataset: ${name} }
arms:
${debates.join('\n')}
  naive: { protocol: direct, setup: { source: hidden }, seats: { judge: openai/plain } }
  expert: { protocol: direct, setup: { source: shown }, seats: { judge: openai/plain } }
`;
}

async function recorded(): Promise<readonly AskedFor[]> {
  const runs = (await Promise.all([0, 1].map((truth) => laboratory.runs(twin(truth))))).flat();
  const rows = await laboratory.engine.means.database.$queryRaw<Row[]>`
    select run_id as run, seat, kind, at, messages from model_call order by id`;
  return rows.flatMap(({ run: id, seat, kind, at, messages }) => {
    const run = runs.find((each) => each.id === id);
    const prompt = messages.map(({ content }) => content).join('\n\n');
    return run ? [{ run, seat, kind, round: roundOf(at), prompt }] : [];
  });
}

interface Row {
  readonly run: string;
  readonly seat: string;
  readonly kind: string;
  readonly at: string;
  readonly messages: readonly { readonly content: string }[];
}

const exchanged = (prompt: string): string =>
  prompt.replace(/northern|southern/g, (word) => (word === 'northern' ? 'southern' : 'northern'));

const roundOf = (at: string): number => (at === 'end' ? Infinity : Number(/\d+/.exec(at)?.[0]));
const isDebater = ({ seat }: AskedFor): boolean => seat === 'A' || seat === 'B';
const isDebate = ({ run }: AskedFor): boolean => run.arm.startsWith('debate');

describe('in every prompt that was sent', () => {
  it('there was something to look at', () => {
    expect(asked.length).toBeGreaterThan(100);
    expect(new Set(asked.map(({ seat }) => seat))).toEqual(new Set(['A', 'B', 'judge']));
    expect(asked.every(({ prompt }) => prompt.includes('Which door has house'))).toBe(true);
  });

  it('no name, split, difficulty or licence of a question stands', () => {
    for (const { prompt } of asked) expect(prompt).not.toMatch(/secret-(source-key|key|split|difficulty|licence)/);
  });

  it('the truth is not to be found: where it is the other option, the same is asked with the two exchanged', () => {
    const of = (truth: number, read: (prompt: string) => string) =>
      asked
        .filter(({ run }) => run.experiment === twin(truth))
        .map(({ run, seat, prompt }) => `${run.arm} ${run.question} ${seat} ${read(prompt).replace(/said-\w+/g, '…')}`);
    expect([...new Set(of(1, exchanged))].sort()).toEqual([...new Set(of(0, (prompt) => prompt))].sort());
  });

  it('the source stands for debaters and for a judge who is shown it, and for nobody else', () => {
    for (const each of asked) {
      const isShown = isDebater(each) || each.run.arm === 'expert';
      expect(each.prompt.includes('SECRET-SOURCE'), each.prompt).toBe(isShown);
    }
  });

  it('each debater has its own side', () => {
    for (const { run, seat, prompt } of asked.filter(isDebater)) {
      const [own, other] = seat === 'A' ? run.sides : run.sides.toReversed();
      expect(prompt).toContain(`<your_side>${run.options[own ?? -1]}</your_side>`);
      expect(prompt).not.toContain(`<your_side>${run.options[other ?? -1]}</your_side>`);
    }
  });

  it('what one debater was told in private stands for that one alone', () => {
    for (const each of asked.filter(isDebate))
      expect(each.prompt.includes('SECRET-INSTRUCTION'), each.prompt).toBe(each.seat === 'A');
  });

  it('nobody reads the thinking of another, and no debater what the judge believes', () => {
    for (const each of asked.filter(isDebate)) {
      for (const { thought } of asked.filter(isOthers(each)).map(({ prompt }) => marks(prompt)))
        expect(each.prompt).not.toContain(thought);
      if (isDebater(each)) expect(each.prompt).not.toMatch(/“reads”|probabilit/);
    }
  });

  it('a debater has what was said before, but nothing of the round that is spoken behind closed doors', () => {
    for (const each of asked.filter(isDebate)) {
      const speeches = asked.filter((other) => other.run.id === each.run.id && other.kind === 'speech');
      for (const speech of speeches) {
        const { said } = marks(speech.prompt);
        expect(
          each.prompt.includes(said),
          `${each.seat} ${each.kind} ${each.round}: ${speech.seat} ${speech.round}`,
        ).toBe(mayHear(each, speech));
      }
    }
  });
});

/** By the rules of the order alone: rounds that are over, and in turn also what the first speaker of this round said. */
function mayHear(listener: AskedFor, speech: AskedFor): boolean {
  if (!isDebater(listener)) return speech.round <= listener.round;
  if (speech.round !== listener.round) return speech.round < listener.round;
  const speakers = listener.run.moves.filter(({ kind, at }) => kind === 'speech' && roundOf(at) === listener.round);
  const isSecond = speakers[1]?.seat === listener.seat && speakers[0]?.seat === speech.seat;
  return isSequential(listener.run) && isSecond;
}

const isSequential = ({ arm }: ShownRun): boolean => ['debate-1', 'debate-3'].includes(arm);

function isOthers({ run, seat }: AskedFor): (other: AskedFor) => boolean {
  return (other) => other.run.id === run.id && other.seat !== seat;
}
