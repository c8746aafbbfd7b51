import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPath, type Sorted } from './read.ts';

/** A story, a question about it, and a room in which it was asked. */
const STORY = { storyId: '1', title: 'A Tale', tokens: ['The', 'lamp', 'was', 'lit', 'by', 'Ben', '.'] };
const QUESTION = { questionId: 'q', storyId: '1', question: 'Who lit it?', correct: 'Ben', distractor: 'Ada' };
/** What somebody said, in pieces. */
export const speech = (speaker: string, ts: number, ...content: readonly object[]) => ({ speaker, ts, content });
/** A judge's round. */
export const judged = (ts: number, dist: readonly number[], text = '', end = false) => ({
  ...{ type: 'JudgeFeedback', dist, end },
  feedback: speech('Jo', ts, ...(text === '' ? [] : [{ t: text }])),
});
/** A round in which both spoke, B first; the last quotes of B run past the end of the story. */
export const openings = {
  type: 'SimultaneousSpeeches',
  speeches: {
    0: speech('Al', 30, { t: 'It was ' }, { q: [5, 6] }, { q: [1, 3] }, { t: '!' }),
    1: speech('Bo', 20, { q: [6, 9] }, { t: ' and ' }, { q: [8, 9] }),
  },
};
const limits = { charLimit: 750, quoteLimit: 250 };
/** A room with one round of speeches. */
export const ROOM = {
  room: 'tale-0',
  included: true,
  setting: { isHuman: true, isDebate: true },
  storyId: '1',
  question: 'Who lit it?',
  answers: ['Ben', 'Ada'],
  correctAnswerIndex: 0,
  roles: { 'Debater A': 'Al', 'Debater B': 'Bo', Judge: 'Jo' },
  rules: {
    fixedOpening: [{ SimultaneousSpeechesRound: limits }],
    repeatingStructure: [{ SequentialSpeechesRound: limits }],
    scoringFunction: { LogScoreWithLinearPenalty: { perTurnPenalty: 0.05 } },
  },
  creationTime: 5,
  rounds: [judged(10, [0.6, 0.4], 'Hello.'), openings, judged(40, [0.9, 0.1], 'Clear.', true)],
};
/** What somebody thought who judged the transcript: probabilities of the first answer, when, and whether that was the end. */
export const offline = (mode: string, ...judgments: readonly (readonly [number, number, boolean])[]) => ({
  mode,
  startTimeMillis: 90,
  judgments: judgments.map(([p, timestamp, endDebate]) => ({
    ...{ distribution: [p, 1 - p], endDebate },
    feedback: { timestamp, content: [{ Text: { text: 'So.' } }] },
  })),
});

/** Reads rooms as they would stand in the folder of the study. */
export async function read(rooms: readonly object[]): Promise<Sorted> {
  const folder = await mkdtemp(join(tmpdir(), 'moot-study-'));
  try {
    const text = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join('\n');
    const named = { ...QUESTION, rooms: ['tale-0', 'tale-1', 'tale-2'] };
    await writeFile(join(folder, 'stories.jsonl'), text([STORY]));
    await writeFile(join(folder, 'questions.jsonl'), text([named]));
    await writeFile(join(folder, 'debates.jsonl'), text(rooms));
    return await readPath('nyu-study', folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
