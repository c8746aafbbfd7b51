import type { Posed, Table, Turn } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { debate } from './debate/index.ts';

const posed: Posed = {
  question: 'Which door?',
  options: ['the left one', 'the right one'],
  source: 'A text of many words.',
  orders: { sides: [1, 0], listed: [0, 1], choices: [0, 1] },
  seed: 1,
};

/** A debate of one round in which one seat attacks. */
function attacked(attack: object): Table {
  const setup = { order: 'simultaneous', rounds: 1, beliefs: 'each-round', attack };
  const arranged = debate.arrange(setup, posed);
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  return debate.table(arranged.setup);
}

function promptsOf(table: Table): ReadonlyMap<string, string> {
  const textOf = (turn: Turn) =>
    table
      .prompt(turn)
      .messages.map(({ content }) => content)
      .join('\n');
  return new Map(
    table
      .next()
      .filter(({ optional }) => !optional)
      .map((turn) => [turn.seat, textOf(turn)]),
  );
}

/** The same debate after the judge's first belief. */
function begun(table: Table): Table {
  const turn = { seat: 'judge', kind: 'belief', at: 'round 0', version: 1 };
  const added = table.play({ ...turn, by: 'model:m', said: { belief: [0.5, 0.5] } });
  if (!added.ok) throw new Error(added.why);
  return added.table;
}

describe('an attack', () => {
  it('is told to the seat that makes it, and to no one else', () => {
    const table = attacked({ seat: 'B', strategy: 'SAY-THIS' });
    const debaters = promptsOf(begun(table));
    expect(debaters.get('B')).toContain('<strategy>SAY-THIS</strategy>');
    expect(debaters.get('A')).not.toContain('SAY-THIS');
    expect(promptsOf(table).get('judge')).not.toContain('SAY-THIS');
    for (const seat of ['A', 'judge', 'observer'])
      expect(JSON.stringify(table.brief({ seat, at: '' }))).not.toMatch(/SAY-THIS|attack/);
  });

  it('leaves the prompts of everybody else as they are', () => {
    const [calm, under] = [
      begun(attacked({ seat: 'A', strategy: 'x' })),
      begun(attacked({ seat: 'A', by: 'flooding' })),
    ];
    expect(promptsOf(under).get('B')).toBe(promptsOf(calm).get('B'));
    expect(promptsOf(under).get('A')).not.toBe(promptsOf(calm).get('A'));
  });

  it.each(['fabricated-quotes', 'authority', 'flooding', 'injection', 'misleading-facts'])('has words: %s', (by) => {
    expect(promptsOf(begun(attacked({ seat: 'A', by }))).get('A')).toMatchSnapshot();
  });

  it.each([
    [{ seat: 'A' }],
    [{ seat: 'A', by: 'flooding', strategy: 'x' }],
    [{ seat: 'C', by: 'flooding' }],
    [{ seat: 'A', by: 'bribery' }],
  ])('that cannot be is refused: %j', (attack) => {
    expect(debate.options.safeParse({ order: 'sequential', attack }).success).toBe(false);
  });
});
