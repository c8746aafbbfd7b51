import type { Question } from '@moot/experiment';

/** Rules that guess from the options' looks: each scores every option, and the highest score is its guess. */
export const simpleRules: readonly Rule[] = [
  { name: 'first option', score: ({ options }) => options.map((_, i) => (i === 0 ? 1 : 0)) },
  { name: 'last option', score: ({ options }) => options.map((_, i) => (i === options.length - 1 ? 1 : 0)) },
  ...bothWays('longer option', 'shorter option', (option) => option.length),
  ...bothWays('more words of the question', 'fewer words of the question', (option, { prompt }) =>
    sharedWords(option, prompt),
  ),
  ...bothWays('more capitals', 'fewer capitals', (option) => count(option, /(?<=\s["“(]?)\p{Lu}/gu)),
  ...bothWays('with a number', 'without a number', (option) => has(option, NUMBER)),
  ...bothWays('with a negation', 'without a negation', (option) => has(option, NEGATION)),
  ...bothWays('with a hedge', 'without a hedge', (option) => has(option, HEDGE)),
  ...bothWays('with an absolute', 'without an absolute', (option) => has(option, ABSOLUTE)),
];

export interface Rule {
  readonly name: string;
  readonly score: (question: Question) => readonly number[];
}

/** The words of a text, in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];
}

type Measure = (option: string, question: Question) => number;

function bothWays(more: string, less: string, measure: Measure): readonly Rule[] {
  return [
    { name: more, score: (question) => question.options.map((option) => measure(option, question)) },
    { name: less, score: (question) => question.options.map((option) => -measure(option, question)) },
  ];
}

const NUMBER =
  /\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand|once|twice)\b/i;
const NEGATION = /\b(no|not|never|none|nobody|nothing|nowhere|neither|nor|without|cannot)\b|n['’]t\b/i;
const HEDGE =
  /\b(may|might|could|perhaps|probably|possibly|maybe|likely|seems?|seemed|appears?|appeared|some|somewhat|sometimes|often|usually|partly)\b/i;
const ABSOLUTE =
  /\b(always|never|all|every|everyone|everything|only|entirely|completely|totally|must|any|nobody|nothing)\b/i;

function has(option: string, pattern: RegExp): number {
  return pattern.test(option) ? 1 : 0;
}

function count(option: string, pattern: RegExp): number {
  return option.match(pattern)?.length ?? 0;
}

/** Short words are shared by chance. */
function sharedWords(option: string, prompt: string): number {
  const asked = new Set(wordsOf(prompt).filter((word) => word.length > 3));
  return new Set(wordsOf(option).filter((word) => asked.has(word))).size;
}
