import type { How, Listed, Posed, Prompt, Table } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { protocols } from './index.ts';

const OPTIONS = ['the mill', 'the harbour', 'the quarry'];

/** Judges' turns that are open at once at some protocol: with a chosen setup that its own schema completes. */
function judging(
  listed: Listed,
  order: readonly number[],
): readonly { readonly table: Table; readonly seat: string }[] {
  const posed: Posed = {
    question: 'Where was it found?',
    options: OPTIONS,
    source: 'It was found at the harbour.',
    orders: { sides: [0, 1], listed: order, choices: [2, 0, 1] },
    seed: 1,
  };
  return SETUPS.flatMap((chosen) => {
    if (!listed.options.safeParse(chosen).success) return [];
    const arranged = listed.arrange(chosen, posed);
    if ('unfit' in arranged) return [];
    const table = listed.table(arranged.setup);
    return table.next().some(({ kind }) => kind === 'belief' || kind === 'verdict') ? [{ table, seat: 'judge' }] : [];
  });
}

// What one protocol does not know, another does.
const SETUPS = [
  { source: 'hidden' },
  { order: 'simultaneous', beliefs: 'each-round' },
  { form: 'assigned', beliefs: 'each-round' },
  { beliefs: 'each-round' },
  { beliefs: 'each-section' },
];

const near = (p: number): unknown => expect.closeTo(p, 10);
const prompted = protocols.filter(({ isPrompted }) => isPrompted);

/** What a judge replies who is sure of one option, by the number that it has in the prompt. */
function reading({ messages, reply }: Prompt, option: string): object {
  const numbers = new Map(
    [...textOf(messages).matchAll(/<option number="(\d+)">(.*?)<\/option>/g)].map(([, number = '', text = '']) => [
      text,
      number,
    ]),
  );
  if (reply.form === 'text') throw new Error('a judge was asked for words');
  const sure = Object.fromEntries([...numbers].map(([text, number]) => [number, text === option ? 96 : 2]));
  const said = reply.form === 'number' ? sure : { probabilities: sure, reason: 'So it is.' };
  return reply.schema.parse(said);
}

const textOf = (messages: Prompt['messages']) => messages.map(({ content }) => content).join('\n');

describe.each(prompted.map((listed) => [listed.name, listed] as const))('a judge of %s', (_name, listed) => {
  it('has the same belief in the stored order, however the options are listed and the answer is read', () => {
    const orders = fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 });
    const hows = fc.record<How>({
      listed: fc.constantFrom('frozen', 'reversed'),
      answer: fc.constantFrom('stated', 'number'),
    });
    const found = judging(listed, [0, 1, 2]);
    expect(found).not.toEqual([]);
    fc.assert(
      fc.property(orders, hows, fc.nat(2), (order, how, option) => {
        for (const { table, seat } of judging(listed, order)) {
          const turn = table.next().find((each) => each.seat === seat);
          if (!turn) throw new Error('nothing is open');
          const belief = OPTIONS.map((_option, i) => near(i === option ? 0.96 : 0.02));
          expect(reading(table.prompt(turn, how), OPTIONS[option] ?? '')).toMatchObject({ belief });
        }
      }),
    );
  });

  it('reads the options in reverse, and everything else the same, when they are asked for so', () => {
    for (const { table, seat } of judging(listed, [2, 0, 1])) {
      const [turn] = table.next().filter((each) => each.seat === seat);
      if (!turn) throw new Error('nothing is open');
      const [frozen, reversed] = (['frozen', 'reversed'] as const).map((order) =>
        [
          ...textOf(table.prompt(turn, { listed: order }).messages).matchAll(/<option number="\d+">(.*?)<\/option>/g),
        ].map(([, text]) => text),
      );
      expect(reversed).toEqual(frozen?.toReversed());
      expect(frozen).toEqual(['the quarry', 'the mill', 'the harbour']);
    }
  });
});
