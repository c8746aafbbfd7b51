import { randomUUID } from 'node:crypto';
import { ENDPOINTS, type Ask } from '@moot/wire';
import type { Browser } from 'playwright-core';
import { z } from 'zod';
import type { Benchmark } from '../benchmark.ts';
import { DATASET, inLiveHouse } from '../live/house.ts';
import { asResearcher } from '../serving/asking.ts';
import { invitedJudges } from '../serving/judges.ts';
import { openBrowser } from './chromium.ts';
import { openDesk, type DeskSeen } from './desk-page.ts';
import { measureStarts } from './starts.ts';
import { budgetsOf, startTable } from './tables.ts';

const whole = (usual: number, most: number, about: string) =>
  z.coerce.number().int().min(1).max(most).default(usual).describe(`${about} (${usual})`);

const Settings = z.strictObject({
  repeats: whole(3, 20, 'how often the start is measured, and the first words'),
  pace: whole(100, 1000, 'words a second of each debater while long tasks are looked for'),
  seconds: whole(15, 60, 'for about how long they speak'),
});
type StartSettings = z.output<typeof Settings>;

/** How long people wait, and how smoothly a judge's page goes, in a real browser. */
export const start: Benchmark = {
  about: 'in a real browser: npm start to the first page, a run to its first words, long tasks, scripts; with budgets',
  settings: Settings,
  async run(given, remark) {
    const settings = Settings.parse(given);
    const browser = await openBrowser();
    try {
      const desks = await measureDesks(browser, settings, remark);
      remark(`npm start, ${settings.repeats + 1} times …`);
      const starts = await measureStarts(browser, settings.repeats);
      const budgets = budgetsOf(starts, desks);
      return { tables: [startTable(budgets)], measured: { budgets, starts, ...desks } };
    } finally {
      await browser.close();
    }
  },
};

/** Desks on which the first words come at once, and one on which much is said quickly. */
export interface Desks {
  readonly prompt: readonly DeskSeen[];
  readonly busy: DeskSeen;
}

async function measureDesks(
  browser: Browser,
  { repeats, pace, seconds }: StartSettings,
  remark: (text: string) => void,
): Promise<Desks> {
  // The server's own simulator, which answers without delay.
  return inLiveHouse({ questions: 20, turns: 8 }, async ({ server }) => {
    const ask = await asResearcher(server);
    const desksOf = async (experiment: Experiment) => {
      const judges = await invitedJudges(server.url, {
        ask,
        experiment: await begun(ask, experiment),
        judges: experiment.judges,
      });
      const seen: DeskSeen[] = [];
      for (const judge of judges) seen.push(await openDesk(browser, server.url, judge));
      return seen;
    };
    remark(`${repeats} judges open a run …`);
    const prompt = await desksOf({ name: 'prompt', judges: repeats, words: 100, debater: 'sim/debater' });
    remark(`two debaters speak ${pace} words a second each …`);
    const debater = `{ model: sim/debater, pace: ${pace} }`;
    const [busy] = await desksOf({ name: 'busy', judges: 1, words: WORDS_PER_TOKEN * pace * seconds, debater });
    if (!busy) throw new Error('nobody opened the busy desk');
    return { prompt, busy };
  });
}

/** About what the simulator's tokens are worth. */
const WORDS_PER_TOKEN = 0.7;

interface Experiment {
  readonly name: string;
  readonly judges: number;
  readonly words: number;
  readonly debater: string;
}

async function begun(ask: Ask, { name, judges, words, debater }: Experiment): Promise<string> {
  const text = `name: ${name}
seed: 1
questions: { dataset: ${DATASET}, sample: ${judges}, perSource: ${judges} }
arms:
  debate:
    protocol: debate
    setup: { order: simultaneous, rounds: 1, words: { ask: ${Math.round(words)}, min: 1, max: 5000 }, reveal: live }
    seats: { debater: ${debater}, judge: people }
judges: { perQuestion: 1, perJudge: 1 }
`;
  const started = await ask(ENDPOINTS.start, { body: { text, people: 'people', key: randomUUID() } });
  if (!started.ok) throw new Error(started.faults.map(({ why }) => why).join('\n'));
  return started.name;
}
