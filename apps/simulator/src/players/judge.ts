import { filled, typeOf, type Known, type Shape } from '../chat/shape.ts';
import type { Die } from '../chance.ts';
import { judgeQuestion } from './asking.ts';
import type { Percents } from './belief.ts';
import type { Prompt } from './prompt.ts';

/** The form in which a reply is wanted: as the request says, or else as the text of the prompt does. */
export type Format = { readonly kind: 'text' } | { readonly kind: 'json'; readonly shape?: Shape };

/** A judge's belief as it is asked for: as JSON with probabilities, as a choice of what comes next, or as an option's number. */
export function judged(prompt: Prompt, format: Format, belief: Percents, die: Die): string {
  const asked = [prompt.instructions, ...prompt.corrections].join('\n');
  if (asked.includes('"choice"')) return JSON.stringify(choice(prompt, asked, belief));
  if (format.kind === 'json' && format.shape) return JSON.stringify(filled(format.shape, knownOf(prompt, belief, die)));
  if (format.kind === 'text' && !/probabilit|json|percent/i.test(asked)) return likeliest(prompt, belief, die);

  const reason = /reason/i.test(asked) ? { reason: reasonOf(prompt, belief, die) } : {};
  return JSON.stringify({ ...reason, probabilities: probabilities(prompt, belief, 100) });
}

/** The number of the likeliest option; of several, one that is drawn. */
function likeliest({ options }: Prompt, belief: Percents, die: Die): string {
  const most = Math.max(...belief);
  const tied = options.filter((_option, i) => belief[i] === most);
  return tied[Math.floor(die('tie') * tied.length)]?.number ?? '1';
}

function probabilities({ options }: Prompt, belief: Percents, whole: number): Readonly<Record<string, number>> {
  return Object.fromEntries(options.map(({ number }, i) => [number, ((belief[i] ?? 0) * whole) / 100]));
}

/** In percent: what is less likely is asked about. */
const DOUBT = 80;

/** Asks about what was said while it is in doubt, goes on until it is sure, and then ends it. */
function choice(prompt: Prompt, asked: string, belief: Percents): object {
  const open = /one of: ([a-z, ]+)/.exec(asked)?.[1]?.split(/,\s*/) ?? ['continue'];
  const isSure = Math.max(...belief) >= 90;
  const doubted = open.includes('ask') && Math.max(...belief) < DOUBT ? judgeQuestion(prompt) : undefined;
  if (doubted) return { choice: 'ask', ...doubted };
  const wanted = isSure ? ['end', 'continue'] : ['continue', 'end'];
  const found = wanted.find((each) => open.includes(each));
  return found === undefined
    ? { choice: 'ask', to: ['A'], text: 'Which words of the text settle it?' }
    : { choice: found };
}

function knownOf(prompt: Prompt, belief: Percents, die: Die): Known {
  return (name, shape) => {
    if (name === 'probabilities') return asNamedIn(shape, probabilities(prompt, belief, isShare(shape) ? 1 : 100));
    if (name === 'reason' && typeOf(shape) === 'string') return reasonOf(prompt, belief, die);
    if (!/^(?:choice|answer|option)$/.test(name)) return undefined;
    const number = likeliest(prompt, belief, die);
    const value = typeOf(shape) === 'string' ? number : Number(number);
    return !shape.enum || shape.enum.includes(value) ? value : undefined;
  };
}

/** The keys that a schema names; otherwise the options' numbers. */
function asNamedIn({ properties }: Shape, given: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return properties ? Object.fromEntries(Object.keys(properties).map((key) => [key, given[key] ?? 0])) : given;
}

function isShare({ properties, additionalProperties }: Shape): boolean {
  const inner = typeof additionalProperties === 'object' ? [additionalProperties] : Object.values(properties ?? {});
  return inner.some(({ maximum }) => maximum === 1);
}

function reasonOf(prompt: Prompt, belief: Percents, die: Die): string {
  const number = likeliest(prompt, belief, die);
  const isClose = Math.max(...belief) < 60;
  if (prompt.source !== undefined)
    return isClose ? 'The text leaves it open.' : `The text speaks for option ${number}.`;
  if (prompt.speeches.length === 0) return 'Nothing was shown that would decide it.';
  return isClose
    ? 'What was said on both sides weighs about the same.'
    : `What was quoted for option ${number} weighs more.`;
}
