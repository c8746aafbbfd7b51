import { setImmediate as turns } from 'node:timers/promises';
import { protocols } from '@moot/protocols';
import type { Run } from '@moot/runner';
import { expect, it } from 'vitest';
import { until } from '../testing/until.ts';
import type { Follower, Now } from './follower.ts';
import { watchedRun } from './watched.ts';

/** A run of which so many looks were asked for, each to be answered by the test. */
function watched() {
  const answers: { readonly resolve: (run: Run) => void; readonly reject: (cause: Error) => void }[] = [];
  const logged: string[] = [];
  const told: number[] = [];
  const run = () => new Promise<Run>((resolve, reject) => void answers.push({ resolve, reject }));
  const failed = () => Promise.resolve([]);
  const source = { run, failed, started: failed, log: (line: string) => void logged.push(line) };
  const own = watchedRun({ run: runAt(0), failed: [], started: [] }, source, () => []);
  own.followers.add(following(({ run: { seed } }) => void told.push(seed)));
  return { own, answers, logged, told };
}

const listed = protocols.find(({ name }) => name === 'direct');
const SETUP = { question: '?', options: ['a', 'b'], listed: [0, 1], choices: [0, 1], judges: 1 };

/** Told apart by its seed. */
function runAt(seed: number): Run {
  if (!listed) throw new Error('there is no protocol direct');
  return { id: 'r', table: listed.table(SETUP), seats: {}, seed };
}

function following(changed: (now: Now) => void): Follower {
  const nothing = () => undefined;
  const begin = (): never => {
    throw new Error('nobody begins here');
  };
  return { begin, changed, said: nothing, withdrawn: nothing };
}

it('a change is looked up, and its followers are told what is there', async () => {
  const { own, answers, told } = watched();
  own.changed();
  answers[0]?.resolve(runAt(1));
  await turns();
  expect([answers.length, told]).toEqual([1, [1]]);
});

it('changes during a look are looked up again, once for all of them', async () => {
  const { own, answers, told } = watched();
  for (let i = 0; i < 5; i++) own.changed();
  expect(answers).toHaveLength(1);
  answers[0]?.resolve(runAt(1));
  await turns();
  expect(answers).toHaveLength(2);
  own.changed();
  answers[1]?.resolve(runAt(2));
  await turns();
  answers[2]?.resolve(runAt(3));
  await turns();
  expect([answers.length, told]).toEqual([3, [1, 2, 3]]);
});

it('a look that fails is told of and made again, with all that changed meanwhile', async () => {
  const { own, answers, logged, told } = watched();
  own.changed();
  own.changed();
  answers[0]?.reject(new Error('the database is away'));
  await until(() => answers.length === 2);
  expect(logged).toEqual(['live: run r: Error: the database is away']);
  own.changed();
  answers[1]?.resolve(runAt(2));
  await turns();
  answers[2]?.resolve(runAt(3));
  await turns();
  expect(told).toEqual([2, 3]);
  own.stop();
});
