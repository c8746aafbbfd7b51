import { z } from 'zod';
import type { RunPage } from '@moot/wire';
import { listed as inWords } from '../words/numbers.ts';
import type { Sides } from './beliefs.ts';
import { ordinal } from './turn-words.ts';

const WithChoices = z.object({ choices: z.array(z.int()) });

/** The three orders of a run in words: who argues for what, how the options were listed, how the choices were shown. */
export function ordersWords({ listed, setup }: Pick<RunPage, 'listed' | 'setup'>, sides: Sides): readonly string[] {
  const choices = WithChoices.safeParse(setup);
  const argues = Object.entries(sides).map(([seat, option]) => `${seat} for the ${ordinal(option + 1)}`);
  return [
    ...(argues.length > 0 ? [`${inWords(argues).replace(' for', ' argues for')} option`] : []),
    ...(listed.length > 0 ? [`listed ${ordinals(listed)}`] : []),
    ...(choices.success ? [`choices shown ${ordinals(choices.data.choices)}`] : []),
  ];
}

function ordinals(order: readonly number[]): string {
  return order.map((option) => ordinal(option + 1)).join(', ');
}

/** What is set in one word or number, for reading; texts and lists are in the whole setup. */
export function plainSettings(setup: RunPage['setup']): readonly { readonly name: string; readonly value: string }[] {
  return Object.entries(setup).flatMap(([name, value]) => {
    if (typeof value === 'number' || typeof value === 'boolean') return [{ name, value: String(value) }];
    return typeof value === 'string' && value.length <= 40 && name !== 'question' ? [{ name, value }] : [];
  });
}

/** Who attacks the judge here, and the words in which that was told; nothing where nobody does. */
export function attackIn(setup: RunPage['setup']): z.output<typeof WithAttack>['attack'] | undefined {
  const read = WithAttack.safeParse(setup);
  return read.success ? read.data.attack : undefined;
}

const WithAttack = z.object({ attack: z.object({ seat: z.string(), strategy: z.string() }) });

/** The whole setup as JSON, with long texts cut: a source can be a book. */
export function setupText(setup: RunPage['setup']): string {
  const cut = (_name: string, value: unknown): unknown =>
    typeof value === 'string' && value.length > MOST_SHOWN
      ? `${value.slice(0, MOST_SHOWN)}… (${value.length} characters)`
      : value;
  return JSON.stringify(setup, cut, 2);
}

const MOST_SHOWN = 400;

/** What a run is doing, for its head. */
export const STATES: Readonly<Record<RunPage['state'], string>> = {
  ended: 'ended',
  failed: 'a turn failed and waits for you',
  waiting: 'waits for a person',
  running: 'under way',
};
