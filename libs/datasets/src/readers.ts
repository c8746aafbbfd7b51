import { fileURLToPath } from 'node:url';
import type { Row } from '@moot/experiment';
import { readCsv } from './formats/csv.ts';
import { readJsonl } from './formats/jsonl.ts';
import { readMultipleChoice } from './formats/multiple-choice.ts';
import { NYU_LICENCE, readNyuDebate } from './formats/nyu-debate.ts';
import { readNyuStudy } from './formats/nyu-study/nyu-study.ts';
import { readQuality } from './formats/quality.ts';
import type { Format, ReadOptions } from './formats/reader.ts';
import { readSingleTurnDebate, SINGLE_TURN_LICENCE } from './formats/single-turn-debate.ts';
import { readTruthfulQa, TRUTHFULQA_LICENCE } from './formats/truthfulqa.ts';
import { readWorlds } from './formats/worlds.ts';

/** Every format that can be imported, by its name. */
export const readers: Readonly<Record<string, Format>> = {
  'nyu-debate': {
    read: readNyuDebate,
    describe:
      'A folder with questions.jsonl and stories.jsonl: the questions and stories of the debates of Michael et al. 2023.',
    licence: NYU_LICENCE,
    origin: 'Michael et al. 2023, "Debate Helps Supervise Unreliable Experts" (julianmichael/debate)',
  },
  'nyu-study': {
    read: readNyuStudy,
    describe:
      'The same folder with debates.jsonl as well: all rooms of that study as runs, with every speech, belief and verdict.',
    licence: NYU_LICENCE,
    origin: 'Michael et al. 2023, "Debate Helps Supervise Unreliable Experts" (julianmichael/debate)',
  },
  csv: {
    read: readCsv,
    describe: 'A CSV file with a question a row: question, option_1, option_2 … and truth, or correct and distractor.',
  },
  jsonl: {
    read: readJsonl,
    describe:
      'A JSON-lines file with an object a line: sources, then the questions about them; or a folder with questions.jsonl and texts/*.txt.',
  },
  quality: {
    read: readQuality,
    describe: 'A file of the QuALITY release (train or dev): an article a line with its four-option questions.',
    origin: 'Pang et al. 2022, "QuALITY: Question Answering with Long Input Texts, Yes!" (nyu-mll/quality)',
  },
  'single-turn-debate': {
    read: readSingleTurnDebate,
    describe:
      'The file arguments_flat.jsonl: the questions that the arguments of Parrish et al. 2022 are about, with what they quote.',
    licence: SINGLE_TURN_LICENCE,
    origin:
      'Parrish et al. 2022, "Single-Turn Debate Does Not Help Humans Answer Hard Reading-Comprehension Questions" (nyu-mll/single_turn_debate)',
  },
  truthfulqa: {
    read: readTruthfulQa,
    describe:
      'The file TruthfulQA.csv: questions that many people answer wrongly, with the best and incorrect answers.',
    licence: TRUTHFULQA_LICENCE,
    origin: 'Lin et al. 2022, "TruthfulQA: Measuring How Models Mimic Human Falsehoods" (sylinrl/TruthfulQA)',
  },
  'multiple-choice-csv': {
    read: readMultipleChoice,
    describe: 'A CSV file as MMLU (options A, B, C, D and the letter of the answer) or GPQA is published.',
  },
  worlds: {
    read: readWorlds,
    describe: 'No file but what to make up: seed=7,count=200 gives 200 questions about made-up towns.',
    origin: 'Made by this program',
  },
};

/** Where Moot's own questions and texts lie, for the format `jsonl`. */
export const ownFolder = fileURLToPath(new URL('../own', import.meta.url));

/** The rows of a data set, or why there are none. */
export function readDataset(format: string, path: string, options: ReadOptions = {}): Reading {
  const found = Object.hasOwn(readers, format) ? readers[format] : undefined;
  if (found !== undefined) return { ok: true, rows: found.read(path, options) };

  const known = Object.keys(readers).join(', ');
  return { ok: false, why: `There is no data format ${JSON.stringify(format)}. Known formats: ${known}.` };
}

export type Reading =
  { readonly ok: true; readonly rows: AsyncIterable<Row> } | { readonly ok: false; readonly why: string };
