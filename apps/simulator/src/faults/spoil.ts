import { z } from 'zod';
import { withoutTags, wordsOf } from '../text.ts';
import { REFUSALS } from '../players/phrases.ts';
import type { Fault } from './plan.ts';

/** A reply as a fault leaves it; only faults of what is said change it, and not those of how it is sent. */
export function spoiled(text: string, fault: Fault): string {
  return SPOILED[fault]?.(text) ?? text;
}

const SPOILED: Readonly<Partial<Record<Fault, (text: string) => string>>> = {
  empty: () => '',
  refusal: () => REFUSALS[0],
  'half-json': (text) => text.slice(0, text.length / 2).replace(/[\ud800-\udbff]$/, ''),
  'wrong-json': (text) =>
    mapJson(text, ({ reason, probabilities }) => ({ begründung: reason, wahrscheinlichkeiten: probabilities })),
  'bad-sum': (text) => mapJson(text, (json) => ({ ...json, probabilities: raised(json.probabilities) })),
  'too-short': (text) => inSpeech(text, (words) => words.slice(0, 5)),
  'too-long': (text) => inSpeech(text, (words) => [words, words, words, words].flat()),
};

const Judged = z.object({ reason: z.string().optional(), probabilities: z.record(z.string(), z.number()) });
type Judged = z.output<typeof Judged>;

/** Changes the JSON of a judge, and leaves every other reply as it is. */
function mapJson(text: string, change: (json: Judged) => object): string {
  if (!text.startsWith('{')) return text;
  const json: unknown = JSON.parse(text);
  const read = Judged.safeParse(json);
  return read.data ? JSON.stringify(change(read.data)) : text;
}

function raised(probabilities: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(probabilities).map(([key, percent], i) => [key, i === 0 ? percent + 20 : percent]),
  );
}

/** Changes the words of a speech, which loses its quotes; JSON is left as it is. */
function inSpeech(text: string, change: (words: readonly string[]) => readonly string[]): string {
  if (text.startsWith('{')) return text;
  const thinking = /^<thinking>[\s\S]*<\/thinking>\n/.exec(text)?.[0] ?? '';
  const said = text.slice(thinking.length);
  const words = change(wordsOf(withoutTags(said))).join(' ');
  return thinking + (said.startsWith('<speech>') ? `<speech>${words}</speech>` : words);
}
