import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command } from './testing/command.ts';
import { surroundings, type Surroundings } from './testing/surroundings.ts';

let place: Surroundings;
beforeAll(async () => {
  place = await surroundings();
  await command('import', 'worlds', 'seed=7,count=48');
});
afterAll(() => place.remove());

const Runs = z.array(z.object({ id: z.string(), state: z.string(), awaits: z.array(z.string()) }));

/** Starts an experiment with one run, has workers take what they can, and gives the run. */
async function begun(name: string, arm: string) {
  const file = place.file(
    `${name}.yaml`,
    `name: ${name}\nseed: 1\nquestions: { dataset: worlds, sample: 1 }\narms:\n  only: ${arm}\n`,
  );
  const { remarks, fault } = await command('run', file, '--wait');
  return { run: await onlyRun(name), remarks, fault };
}

async function onlyRun(name: string) {
  const [run] = Runs.parse(JSON.parse((await command('ls', 'runs', name, '--json')).out));
  if (!run) throw new Error(`${name} has no run`);
  return run;
}

describe('a run that waits for a person', () => {
  const ARM = '{ protocol: direct, setup: { source: hidden }, seats: { judge: people } }';
  let id: string;
  beforeAll(async () => {
    const { run, remarks, fault } = await begun('direct', ARM);
    expect(fault).toBeUndefined();
    expect(remarks).toContain('0 of 1 runs ended; 1 wait for people (moot submit, or --people simulated)');
    expect(run).toMatchObject({ state: 'waiting', awaits: ['judge'] });
    id = run.id;
  });

  const submit = (turn: string, say: string) => command('submit', id, turn, '--by', 'ada', '--say', say);

  it('is listed with whom it waits for, and shown with the turn to submit', async () => {
    expect((await command('ls', 'runs', 'direct')).out).toMatch(/waiting for judge/);
    expect((await command('show', id)).out).toContain(
      `── open: judge verdict @end · to be read with moot show ${id} --turn "judge verdict @end", taken with moot submit ${id} "judge verdict @end" --by … --reply …`,
    );
  });

  it.each([
    [
      'judge verdict @start',
      '{"belief": [0.7, 0.3], "reason": "x"}',
      /^"judge verdict @start" is not open in run \w+; open are "judge verdict @end"$/,
    ],
    [
      'judge verdict @end',
      '{"belief": [0.7, 0.3], "reason": ',
      /^--say is no JSON: .*; it takes a JSON object, such as /,
    ],
    ['judge verdict @end', '[0.7, 0.3]', /^--say takes a JSON object, such as /],
    [
      'judge verdict @end',
      '{"belief": [0.7, 0.7], "reason": "x"}',
      /^judge verdict @end: The probabilities add up to 1.4/,
    ],
    ['judge verdict @end', '{"reason": "x"}', /^judge verdict @end: .*belief/],
  ])('keeps nothing of what cannot be taken: %s %s', async (turn, say, words) => {
    const counts = await place.counts();
    const { out, fault } = await submit(turn, say);
    expect(out).toBe('');
    expect(fault).toMatch(words);
    expect(await place.counts()).toEqual(counts);
  });

  it('shows the person what there is to read, and nothing of the truth', async () => {
    const { out } = await command('show', id, '--turn', 'judge verdict @end');
    expect(out).toContain('<option number="1">');
    expect(out).toContain('Reply with one JSON object');
    expect(out).not.toMatch(/✓|truth/);
    expect((await command('show', id, '--turn', 'judge belief @end')).fault).toMatch(
      /^"judge belief @end" is not open/,
    );
  });

  it('reads a reply as it reads that of a model, and refuses it in words', async () => {
    const reply = (text: string) => command('submit', id, 'judge verdict @end', '--by', 'ada', '--reply', text);
    expect((await reply('I think it is the first')).fault).toMatch(/^--reply cannot be taken: .*moot show --turn/s);
    expect((await command('submit', id, 'judge verdict @end', '--by', 'ada')).fault).toBe(
      'give --reply or --say, and not both',
    );
  });

  it('ends with what the person replies, each option being what it was shown as', async () => {
    const { out } = await command('show', id, '--turn', 'judge verdict @end');
    const listed = [...out.matchAll(/<option number="\d">(.*?)<\/option>/g)].map(([, option]) => option);
    const text = '{"reason": "It says so.", "probabilities": {"1": 70, "2": 30}}';
    expect(await command('submit', id, 'judge verdict @end', '--by', 'ada', '--reply', text)).toEqual({
      out: 'judge verdict @end: kept',
      remarks: '',
      fault: undefined,
    });
    expect(await onlyRun('direct')).toMatchObject({ state: 'ended' });
    const query = `select judge, options[array_position(belief, 0.7)] as likely, reason from results.verdicts join results.questions using (question_id)`;
    expect(JSON.parse((await command('sql', query, '--json')).out)).toEqual([
      { judge: 'ada', likely: listed[0], reason: 'It says so.' },
    ]);
    expect((await submit('judge verdict @end', '{"belief": [0.7, 0.3], "reason": "x"}')).fault).toMatch(
      /open are no turns: it is over$/,
    );
  });
});

describe('a run with seats of several people', () => {
  const ARM = `{ protocol: debate, setup: { order: sequential, rounds: 1, beliefs: each-round, judges: 2, words: { ask: 5 } }, seats: { A: people, B: people, judge: people } }`;
  const BELIEF = '{"belief": [0.5, 0.5]}';
  let id: string;
  beforeAll(async () => {
    id = (await begun('several', ARM)).run.id;
  });

  const says = (by: string, turn: string, say: string) => command('submit', id, turn, '--by', by, '--say', say);

  it('keeps each seat for the first to sit there, and gives nobody two', async () => {
    expect((await says('ada', 'judge 1 belief @round 0', BELIEF)).fault).toBeUndefined();
    expect((await says('ada', 'judge 2 belief @round 0', BELIEF)).fault).toBe(
      'judge 2 belief @round 0: ada sits in seat judge 1 of this run already',
    );
    expect((await says('bob', 'judge 2 belief @round 0', BELIEF)).fault).toBeUndefined();
    expect((await says('eve', 'A speech @round 1', '{"text": "I say so."}')).fault).toBeUndefined();
    expect((await says('fay', 'B speech @round 1', '{"text": "I do not."}')).fault).toBeUndefined();
    expect((await says('bob', 'judge 1 belief @round 1', BELIEF)).fault).toBe(
      "judge 1 belief @round 1: seat judge 1 of this run is ada's since their first turn",
    );
    expect((await says('ada', 'judge 1 belief @round 1', BELIEF)).fault).toBeUndefined();
  });
});

describe('a run in which a turn failed', () => {
  const ARM = `{ protocol: debate, setup: { order: sequential, rounds: 1 }, seats: { A: { model: sim/debater, refusal: 1 }, B: sim/debater, judge: sim/judge } }`;
  let id: string;
  beforeAll(async () => {
    const { run, fault } = await begun('refused', ARM);
    expect(fault).toBe(
      '1 runs wait because a turn of theirs failed: moot ls runs refused lists them, moot show <run> says why; then moot retry or moot pass',
    );
    id = run.id;
  });

  it('is shown with why', async () => {
    const { out } = await command('show', id);
    expect(out).toMatch(/^── failed: A speech @round 1 · refusal · waits for moot retry or moot pass\n {2}\S/m);
    expect(out).toMatch(/3 model calls, 3 of them without use/);
  });

  it('is taken up again once its failed turn is retried', async () => {
    const wrong = await command('retry', id, '--turn', 'B speech @round 1');
    expect(wrong.fault).toBe(
      `run ${id} has no failed turn "B speech @round 1"; failed are "A speech @round 1" (moot show ${id})`,
    );
    const { out } = await command('retry', id, '--by', 'grace', '--why', 'once more');
    expect(out).toBe('A speech @round 1: will be taken again');
    expect(await onlyRun('refused')).toMatchObject({ state: 'running' });
    expect((await command('show', id)).out).toContain('retried by grace: once more');
    expect((await command('retry', id)).fault).toBe(`run ${id} has no failed turn; failed are none (moot show ${id})`);
  });

  it('goes on without a turn that is passed, and the reason is kept', async () => {
    const unsaid = await command('pass', id, '--turn', 'A speech @round 1');
    expect(unsaid.remarks).toContain("required option '--why <reason>' not specified");
    const model = await command('submit', id, 'A speech @round 1', '--by', 'ada', '--say', '{"text": "I"}');
    expect(model.fault).toBe(`seat A of run ${id} is not a person's: sim/debater?refusal=1 sits there`);
    const { out } = await command('pass', id, '--turn', 'A speech @round 1', '--why', 'it will not speak');
    expect(out).toBe('A speech @round 1: passed');
    expect((await command('show', id)).out).toContain('passed: "it will not speak"');
  });
});
