import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readExperiment, type ExperimentFile } from '@moot/experiment';
import { protocols } from '@moot/protocols';
import { connect } from '@moot/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command } from './testing/command.ts';
import { surroundings, type Surroundings } from './testing/surroundings.ts';

const FOLDER = fileURLToPath(new URL('../../../presets/', import.meta.url));
const PRESETS = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));

let place: Surroundings;
beforeAll(async () => {
  place = await surroundings();
  expect((await command('import', 'worlds', 'seed=7,count=40', '--as', 'worlds')).fault).toBeUndefined();
});
afterAll(() => place.remove());

/** A preset as it reads: it has no fault. */
function presetIn(file: string, text: string): ExperimentFile {
  const read = readExperiment(text, file, { protocols });
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  return read.file;
}

/** A prompt with what whoever is asked argues for, and the beginning of the text that the question is about. */
interface Prompted {
  readonly seat: string;
  readonly prompt: string;
  readonly side: string | null;
  readonly source: string;
  readonly is_shown: boolean;
}

async function promptsIn(experiment: string): Promise<readonly Prompted[]> {
  const client = await connect(place.url);
  try {
    const { rows } = await client.query<Prompted>(
      `select c.seat, (select string_agg(m ->> 'content', e'\\n') from jsonb_array_elements(c.messages) m) as prompt,
        q.options[1 + (coalesce(chosen.sides, r.setup -> 'sides') ->> c.seat)::int] as side,
        left(s.text, 80) as source, coalesce(a.options ->> 'source' = 'shown', false) as is_shown
      from model_call c join run r on r.id = c.run_id join arm a on a.id = r.arm_id
      join experiment e on e.id = r.experiment_id join question q on q.id = r.question_id join source s on s.id = q.source_id
      left join lateral (select body -> 'sides' as sides from move where run_id = r.id and kind = 'choose') chosen on true
      where e.name = $1 and c.kind <> 'choose' and c.part = 'move'`,
      [experiment],
    );
    return rows;
  } finally {
    await client.end();
  }
}

describe.each(PRESETS)('the preset %s', (preset) => {
  const text = readFileSync(FOLDER + preset, 'utf8');
  const { name, description = '', arms } = presetIn(preset, text);

  it('runs to the end as it is, with simulated players, and leaves a verdict in every run', async () => {
    expect(`${name}.yaml`).toBe(preset);
    const short = text.replace(/dataset: \w+, sample: \d+/, 'dataset: worlds, sample: 1').replaceAll(', pace: 35', '');
    const said = await command('run', place.file(preset, short), '--people', 'simulated', '--wait');
    expect(said.fault).toBeUndefined();
    const { out } = await command(
      ...['sql', `select arm from results.verdicts_all where experiment = '${name}' and not abstained`],
      ...['--format', 'json'],
    );
    expect(z.array(z.object({ arm: z.string() })).parse(JSON.parse(out))).toHaveLength(Object.keys(arms).length);
  });

  it('tells each who argues its own side, and no judge the text', async () => {
    const prompts = await promptsIn(name);
    const arguing = prompts.filter(({ side }) => side !== null);
    const judging = prompts.filter(({ seat, is_shown }) => seat.startsWith('judge') && !is_shown);
    expect(judging.length).toBeGreaterThan(0);
    expect(arguing.length).toBeGreaterThan(0);
    for (const { prompt, side } of arguing) expect(prompt).toContain(`<your_side>${side ?? ''}</your_side>`);
    for (const { prompt, source } of judging) expect(prompt).not.toContain(source);
  });

  it('says what differs from its paper, if it repeats one', () => {
    if (/20\d\d/.test(description)) expect(description).toContain('Differs from the paper:');
  });
});
