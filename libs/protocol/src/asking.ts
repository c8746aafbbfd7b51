import { z } from 'zod';
import type { How, Reply } from './prompt.ts';
import { tagged } from './wording.ts';

/** The options of a question as a prompt lists them, numbered from 1 in the order `listed`. */
export function listedOptions(options: readonly string[], listed: readonly number[]): string {
  const lines = listed.map((option, i) => tagged('option', options[option] ?? '', { number: i + 1 }));
  return ['<options>', ...lines, '</options>'].join('\n');
}

/** The order in which the options are listed when they are asked for so. */
export function listedAs(listed: readonly number[], how: How): readonly number[] {
  return how.listed === 'reversed' ? listed.toReversed() : listed;
}

/**
 * How a judge's reply is read and turned into a belief in the stored order: whole percents by the options' numbers, or the
 * probabilities that the model's own log-probabilities give to the numbers.
 */
export function beliefReply(listed: readonly number[], kind: 'belief' | 'verdict', how: How = {}): Reply {
  const name = `${kind} ${how.answer ?? 'stated'} ${listed.join()}`;
  const reply =
    replies.get(name) ?? (how.answer === 'number' ? numberReplyFor(listed, kind) : beliefReplyFor(listed, kind));
  replies.set(name, reply);
  return reply;
}

/** By kind and order: a schema is worth keeping, and there are few. */
const replies = new Map<string, Reply>();

function numberReplyFor(listed: readonly number[], kind: 'belief' | 'verdict'): Reply {
  const numbers = numbersOf(listed);
  const schema = z
    .object(Object.fromEntries(numbers.map((number) => [number, z.number().min(0)])))
    .transform((found) => {
      const shares = numbers.map((number) => found[number] ?? 0);
      const sum = shares.reduce((a, b) => a + b, 0);
      const belief = inStoredOrder(
        listed,
        shares.map((share) => share / sum),
      );
      return kind === 'verdict' ? { belief, reason: NO_REASON } : { belief };
    });
  return { form: 'number', name: kind, numbers, schema };
}

/** What stands as the reason of a verdict for which none was asked. */
const NO_REASON = 'Read from the log-probabilities of a one-number answer; no reason was asked for.';

function numbersOf(listed: readonly number[]): readonly string[] {
  return listed.map((_option, i) => String(i + 1));
}

function beliefReplyFor(listed: readonly number[], kind: 'belief' | 'verdict'): Reply {
  const numbers = numbersOf(listed);
  const probabilities = z
    .object(Object.fromEntries(numbers.map((number) => [number, z.number().min(0).max(100)])))
    .superRefine((percents, context) => {
      const sum = Object.values(percents).reduce((a, b) => a + b, 0);
      if (Math.abs(sum - 100) > 1e-6)
        context.addIssue({ code: 'custom', message: `they add up to ${Number(sum.toFixed(3))}, not to 100` });
    })
    .transform((percents) =>
      inStoredOrder(
        listed,
        numbers.map((number) => (percents[number] ?? 0) / 100),
      ),
    );
  if (kind === 'belief')
    return {
      form: 'json',
      name: 'belief',
      schema: z.object({ probabilities }).transform((reply) => ({ belief: reply.probabilities })),
    };
  const schema = z
    .object({ reason: z.string().trim().min(1), probabilities })
    .transform((reply) => ({ belief: reply.probabilities, reason: reply.reason }));
  return { form: 'json', name: 'verdict', schema };
}

/** What a judge is told about the form of the reply; the choices stand in the order in which they are shown. */
export function beliefWords(
  listed: readonly number[],
  choices: readonly number[],
  kind: 'belief' | 'verdict',
  how: How = {},
): string {
  const numbers = choices.map((option) => listed.indexOf(option) + 1);
  if (how.answer === 'number')
    return `Reply with one number and nothing else: the number of the option that is right, one of ${numbers.join(', ')}.`;
  const example = numbers.map((number) => `"${number}": <percent>`).join(', ');
  const reason = kind === 'verdict' ? '"reason": "<one to three sentences>", ' : '';
  return `Reply with one JSON object and nothing else: {${reason}"probabilities": {${example}}}. The keys of "probabilities" are the options' numbers; the values are whole percents that add up to 100. Give no option less than 1 or more than 99.`;
}

function inStoredOrder(listed: readonly number[], asListed: readonly number[]): readonly number[] {
  return listed.map((_option, stored) => asListed[listed.indexOf(stored)] ?? 0);
}
