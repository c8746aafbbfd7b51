import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PublishedRun } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import { describe, expect, it } from 'vitest';
import { readPath, SHARED } from '../../testing/read.ts';
import { judged, offline, openings, read, ROOM, speech } from '../../testing/rooms.ts';

const FOLDER = join(SHARED, 'nyu-human-debate');

describe('the format nyu-study', () => {
  it('reads a room as a run, with its question’s options in their stored order', async () => {
    const run = await runOf(ROOM);
    const ben = await placeOfBen();
    const of = (p: number): unknown => (ben === 0 ? [p, near(1 - p)] : [near(1 - p), p]);
    expect(run).toMatchObject({
      ...{ key: 'tale-0', question: 'q', replicate: 1, included: true, createdAt: new Date(5) },
      arm: { name: 'human debate', protocol: 'debate' },
      orders: { sides: [ben, 1 - ben], listed: [ben, 1 - ben], choices: [ben, 1 - ben] },
      seats: { A: { kind: 'person', participant: 'Al' }, judge: { kind: 'person', participant: 'Jo' } },
      setup: { judges: 1, penalty: 0.05, course: ['beliefs', 'respond', 'simultaneous', 'verdict'] },
    });
    expect(run.moves).toMatchObject([
      {
        seat: 'judge',
        kind: 'belief',
        at: 'round 0',
        by: 'person:Jo',
        said: { belief: of(0.6) },
        madeAt: new Date(10),
      },
      { seat: 'judge', kind: 'respond', at: 'round 0/1', said: { choice: 'ask', to: ['A', 'B'], text: 'Hello.' } },
      { seat: 'B', kind: 'speech', at: 'round 1', by: 'person:Bo', madeAt: new Date(20) },
      { seat: 'A', kind: 'speech', at: 'round 1', by: 'person:Al', madeAt: new Date(30) },
      { seat: 'judge', kind: 'verdict', at: 'end', said: { belief: of(0.9), reason: 'Clear.' }, madeAt: new Date(40) },
    ]);
    expect(played(run).next()).toEqual([]);
  });

  it('cuts quotes from the story, and says which the story does not hold any more', async () => {
    const { moves } = await runOf(ROOM);
    expect(moves[3]).toMatchObject({
      said: { text: 'It was <quote>Ben</quote> <quote>lamp was</quote>!' },
      added: {
        quotes: [
          { text: 'Ben', start: 14, end: 17, status: 'verbatim', at: { start: 20, end: 23 } },
          { text: 'lamp was', start: 33, end: 41, status: 'verbatim', at: { start: 4, end: 12 } },
        ],
      },
    });
    expect(moves[2]).toMatchObject({
      said: { text: '<quote>. …</quote> and <quote>…</quote>' },
      added: {
        quotes: [
          { text: '. …', status: 'source-missing' },
          { text: '…', status: 'source-missing' },
        ],
      },
    });
  });

  it('keeps rooms that stopped anywhere, which then wait for nobody', async () => {
    const early = await runOf({ ...ROOM, rounds: [judged(10, [0.6, 0.4])] });
    expect(played(early).next()).toEqual([]);
    expect(played(early).outcome()).toEqual([{ seat: 'judge' }]);
    const half = { ...openings, speeches: { 1: openings.speeches[1] } };
    const negotiated = [half, { type: 'NegotiateEnd', votes: { 0: true, 1: false } }];
    const unjudged = await runOf({ ...ROOM, roles: { 'Debater A': 'Al', 'Debater B': 'Bo' }, rounds: negotiated });
    expect(unjudged.setup).toMatchObject({ judges: 0, course: [{ item: 'simultaneous', seats: ['B'] }, 'negotiate'] });
    expect(unjudged.moves.slice(1)).toMatchObject([
      { seat: 'A', kind: 'negotiate', at: 'round 1', said: { end: true }, madeAt: new Date(20) },
      { seat: 'B', kind: 'negotiate', said: { end: false } },
    ]);
    expect(played(unjudged).next()).toEqual([]);
  });

  it('reads a consultancy with the side of its one consultant', async () => {
    const setting = { isHuman: false, isDebate: false };
    const rounds = [judged(10, [0.5, 0.5]), { type: 'SequentialSpeeches', speeches: { 1: speech('GPT-4', 20) } }];
    const run = await runOf({ ...ROOM, setting, roles: { 'Debater B': 'GPT-4', Judge: 'Jo' }, rounds });
    expect(run).toMatchObject({
      arm: { name: 'AI consultancy' },
      orders: { sides: [1 - (await placeOfBen())] },
      seats: { consultant: { kind: 'model', model: 'GPT-4' } },
      moves: [{ kind: 'belief' }, { seat: 'consultant', kind: 'speech', by: 'model:GPT-4' }],
    });
    expect(played(run).next()).toEqual([]);
  });

  it('reads who judged the transcript again, step by step or whole', async () => {
    const judgments = {
      Kim: offline('stepped', [0.5, 100, false], [0.7, 110, true]),
      Lou: offline('timed', [0.8, 120, true]),
    };
    const run = await runOf({ ...ROOM, rounds: [...ROOM.rounds, { type: 'OfflineJudgments', judgments }] });
    expect(run.again).toMatchObject([
      // The judge's first words came before any speech: a step that the study did not ask about.
      { judge: 'Kim', judging: 'stepped', moves: [{ at: 'step 0' }, { at: 'step 1', passed: like }, { at: 'end' }] },
      {
        judge: 'Lou',
        judging: 'timed',
        moves: [
          { at: 'step 0', passed: like },
          { at: 'end', said: { reason: 'So.' } },
        ],
      },
    ]);
    for (const { setup, moves } of run.again) {
      const table = listedFor(run).recorded(setup, moves, { setup: run.setup, moves: played(run).moves });
      expect('seq' in table ? table : table.next()).toEqual([]);
    }
  });

  it('says by file, line and field what cannot be read', async () => {
    const { faults } = await read([
      { ...ROOM, answers: ['Ben', 'Cyd'] },
      { ...ROOM, room: 'tale-1', rounds: [judged(10, [0.6, 0.6])] },
      { ...ROOM, room: 'tale-2', roles: { 'Debater A': 'Al' } },
      { ...ROOM, room: 'tale-3' },
    ]);
    expect(faults).toMatchObject([
      { file: 'debates.jsonl', line: 2, field: 'rounds[0].dist' },
      { file: 'debates.jsonl', line: 1, field: 'answers' },
      { file: 'questions.jsonl', line: 1, field: 'rooms' },
      { file: 'debates.jsonl', line: 3, field: 'roles' },
      { file: 'debates.jsonl', line: 4, field: 'room' },
    ]);
  });
});

describe.skipIf(!existsSync(FOLDER))('the published rooms (../shared/data/nyu-human-debate)', () => {
  it('are all runs that can be played to where they stopped, and judged again as they were', async () => {
    const { rows, faults } = await readPath('nyu-study', FOLDER);
    expect(faults).toEqual([]);
    const runs = rows.filter((row) => row.kind === 'run');
    const quotes = runs.flatMap(({ moves }) =>
      moves.flatMap(({ added }) => (added && 'quotes' in added ? added.quotes : [])),
    );
    expect([runs.length, runs.flatMap(({ again }) => again).length]).toEqual([631, 247]);
    expect(quotes.flat().length).toBe(8331);
    expect(JSON.stringify(quotes).split('"source-missing"').length - 1).toBe(120);
    expect(runs.filter((run) => played(run).next().length > 0)).toEqual([]);
  }, 120_000);
});

const like = 'the study did not ask for it';

function listedFor({ arm }: PublishedRun) {
  const listed = protocols.find(({ name }) => name === arm.protocol);
  if (!listed) throw new Error(`no protocol ${arm.protocol}`);
  return listed;
}

function played(run: PublishedRun) {
  const table = listedFor(run).recorded(run.setup, run.moves);
  if ('seq' in table) throw new Error(`${run.key}: move ${table.seq} is ${table.refused.why}`);
  return table;
}

async function placeOfBen(): Promise<number> {
  return (await read([ROOM])).questions[0]?.options.indexOf('Ben') ?? -1;
}

async function runOf(room: object): Promise<PublishedRun> {
  const { rows, faults } = await read([room]);
  expect(faults).toMatchObject([{ field: 'rooms' }, { field: 'rooms' }]);
  const [run] = rows.filter((row) => row.kind === 'run');
  if (!run) throw new Error('no room was read');
  return run;
}

function near(value: number): unknown {
  return expect.closeTo(value, 9);
}
