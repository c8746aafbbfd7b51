import { randomFrom, seedFrom, type Posed, type Table, type Turn } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recursiveClaims } from './index.ts';

const OPTIONS = ['the northern SIDE-0', 'the southern SIDE-1'];
const posed: Posed = {
  question: 'Which door?',
  options: OPTIONS,
  source: 'SECRET-SOURCE of many words',
  orders: { sides: [1, 0], listed: [1, 0], choices: [0, 1] },
  seed: 987_654_321,
};

const chosen = fc.record({
  rounds: fc.integer({ min: 1, max: 2 }),
  quotes: fc.constantFrom('none', 'unmarked', 'marked'),
  beliefs: fc.constantFrom('end', 'each-section'),
  reveal: fc.constantFrom('live', 'paced', 'together'),
  judges: fc.integer({ min: 1, max: 2 }),
  instructions: fc.constant({ A: 'ORDERS-A', B: 'ORDERS-B' }),
});

function tableOf(options: object): Table {
  const arranged = recursiveClaims.arrange(options, posed);
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  return recursiveClaims.table(arranged.setup);
}

/** Something that the rules accept, with a mark of its own in every text. */
function said(turn: Turn, seed: number): object {
  const random = randomFrom(seed, turn.at);
  const p = random.number();
  const claims = ['1', '2'].map((i) => ({ text: `${markOf(turn)} ${i}`.padEnd(60, '.') }));
  const answers = [
    { answers: ['object', 'agree'], next: 'first' },
    { answers: ['agree', 'object'], next: 'link' },
    { answers: ['agree', 'agree'], next: 'end' },
  ];
  return { text: markOf(turn), claims, belief: [p, 1 - p], reason: markOf(turn), ...answers[random.index(3)] };
}

function markOf({ seat, kind, at }: Turn): string {
  return `MARK-${`${seat} ${kind} ${at}`.replace(/\W+/g, '-')}-END`;
}

function play(table: Table, seed: number, look: (turn: Turn, text: string, table: Table) => void): void {
  const turns = table.next();
  for (const turn of turns) look(turn, textOf(table, turn), table);
  const turn = turns[randomFrom(seed, String(table.moves.length)).index(Math.max(1, turns.length))];
  if (!turn) return;
  const { seat, kind, at, version } = turn;
  const played = table.play({ seat, kind, at, version, by: 'model:secret-model-name', said: said(turn, seed) });
  if (!played.ok) throw new Error(`${seat} ${kind} ${at}: ${played.words ?? played.why}`);
  play(played.table, seed, look);
}

function textOf(table: Table, turn: Turn): string {
  const { messages } = table.prompt(turn);
  return messages.map(({ content }) => content).join('\n');
}

const isDebater = ({ seat }: Turn) => seat === 'A' || seat === 'B';

describe('prompts of a debate by claims, over random setups and orders of play', () => {
  const everyPrompt = (check: (turn: Turn, text: string, table: Table) => void) =>
    fc.assert(
      fc.property(chosen, fc.integer(), (options, seed) => play(tableOf(options), seedFrom(seed), check)),
      { numRuns: 40 },
    );

  it('tell each debater its own side, and its own orders alone', () => {
    everyPrompt((turn, text) => {
      if (!isDebater(turn)) return;
      expect(text).toContain(`<your_side>${OPTIONS[turn.seat === 'A' ? 1 : 0] ?? ''}</your_side>`);
      expect(text.includes('ORDERS-A')).toBe(turn.seat === 'A');
      expect(text.includes('ORDERS-B')).toBe(turn.seat === 'B');
    });
  });

  it('show judges neither the source nor what anyone was told, and nobody who plays or the seed', () => {
    everyPrompt((turn, text) => {
      if (!isDebater(turn)) expect(text).not.toMatch(/SECRET-SOURCE|ORDERS-/);
      expect(text).not.toContain('secret-model-name');
      expect(text).not.toContain(String(posed.seed));
    });
  });

  it('carry nothing of the opponent’s opening while it is sealed, and everything that was openly claimed', () => {
    everyPrompt((turn, text, { moves }) => {
      if (!isDebater(turn)) return;
      const other = turn.seat === 'A' ? 'B' : 'A';
      const opening = markOf({ ...turn, seat: other, kind: 'claim', at: 'opening' });
      expect(text.includes(opening)).toBe(turn.at !== 'opening');
      const pairs = turn.kind === 'claim' ? [] : moves.filter(({ kind }) => kind === 'rebut');
      expect(pairs.map(markOf).filter((mark) => !text.includes(mark))).toEqual([]);
    });
  });

  it('show nobody the beliefs and reasons of another', () => {
    everyPrompt((turn, text, { moves }) => {
      for (const move of moves)
        if (move.seat !== turn.seat && move.kind === 'belief') expect(text).not.toContain(markOf(move));
    });
  });
});

describe('the wording', () => {
  const next = (table: Table, from: readonly object[]): Table =>
    from.reduce<Table>((so, each) => {
      const turn = so.next()[0];
      if (!turn) throw new Error('nothing is open');
      const played = so.play({ ...turn, by: 'model:m', said: each });
      if (!played.ok) throw new Error(played.words);
      return played.table;
    }, table);
  const claims = (...texts: readonly string[]) => ({ claims: texts.map((text) => ({ text })) });
  const opened = next(tableOf({}), [{ text: 'It is south.' }, { text: 'It is north.' }]);
  const rebutted = next(opened, [
    claims('The wind is from the south.', 'Doors face <quote>of many words</quote>.'),
    claims('The sun is in the north.', 'Doors face the sun, they say.'),
  ]);
  const answered = next(rebutted, [
    { answers: ['object', 'agree'], next: 'link' },
    { answers: ['object', 'agree'], next: 'first' },
  ]);
  const promptsOf = (table: Table) =>
    table.next().map((turn) => `${turn.seat} ${turn.kind} @${turn.at}\n${textOf(table, turn)}`);

  it.each([
    ['openings', tableOf({})],
    ['a rebuttal', opened],
    ['a rebuttal that is held to a length', next(opened, [claims('The wind is from the south.', 'So it is.')])],
    ['answers', rebutted],
    ['a rebuttal of what is left out', next(answered, [claims('One.', 'Two.')])],
    ['a belief', next(tableOf({ beliefs: 'each-section' }), [{ belief: [0.5, 0.5] }, { text: 'S.' }, { text: 'N.' }])],
  ])('of %s', (_name, table) => {
    expect(promptsOf(table)).toMatchSnapshot();
  });
});
