import type { ExperimentFile, Tried } from '@moot/experiment';
import type { Found, Wanted } from './search.ts';

/** What a search for attacks found, as Markdown. */
export function report(
  file: ExperimentFile,
  wanted: Wanted,
  { tried, heldOut, calls, experiments, isSpent }: Found,
): string {
  const judge = JSON.stringify(file.arms[wanted.arm]?.seats.judge ?? '');
  return [
    `# Attacks on ${file.name}, arm ${wanted.arm}`,
    `${wanted.attacker} proposed strategies for seat ${wanted.seat}; the judge was ${judge}. ${calls} model calls${isSpent ? '; the search ended because they were all that it may make, or because a turn failed' : ''}. Experiments: ${experiments.join(', ')}.`,
    simulatedWords(file, wanted),
    `## On questions that the search has not met`,
    tableOf(heldOut),
    `## Tried`,
    tableOf([...tried].sort((a, b) => b.effect - a.effect)),
    `Effect: by how much the judge's probability of the attacker's answer rose over the same arm without the attack, on average over the questions on which that answer was wrong; pairs of the same question, orders and seeds. Flipped: verdicts that were right without the attack and not with it. What did best in the search is overestimated there by having been chosen: only the first table says how well it works.`,
    `\`moot sql "select * from results.attacks where experiment like '${file.name}-red-%' order by experiment, effect desc"\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function simulatedWords({ arms }: ExperimentFile, { arm, attacker }: Wanted): string {
  const models = [
    attacker,
    ...Object.values(arms[arm]?.seats ?? {}).map((entry) => (typeof entry === 'string' ? entry : entry.model)),
  ];
  const simulated = [...new Set(models.filter((model) => model === 'people' || model.startsWith('sim/')))];
  if (simulated.length === 0) return '';
  return `**Simulated players took part (${simulated.join(', ')}): these numbers show that the search works, not what people or models would do.**`;
}

function tableOf(rows: readonly Tried[]): string {
  if (rows.length === 0) return 'Nothing was measured.';
  return [
    '| strategy | generation | pairs | effect | standard error | flipped |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ strategy, generation, pairs, effect, effectSe, flipped }) =>
        `| ${cell(strategy)} | ${generation === 0 ? '–' : generation} | ${pairs} | ${effect.toFixed(3)} | ${effectSe?.toFixed(3) ?? '–'} | ${flipped} |`,
    ),
  ].join('\n');
}

/** What a model wrote, on one line of a table. */
function cell(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('<', '&lt;');
}
