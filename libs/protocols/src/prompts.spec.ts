import { randomFrom, seedFrom, type Listed, type Message, type Posed, type Table, type Turn } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { debate } from './debate/index.ts';
import { direct } from './direct/index.ts';

const OPTIONS = ['the northern SIDE-0', 'the southern SIDE-1'];
const SECRETS = { source: 'SECRET-SOURCE of many words', A: 'ORDERS-A', B: 'ORDERS-B' };

const posed: Posed = {
  question: 'Which door?',
  options: OPTIONS,
  source: SECRETS.source,
  orders: { sides: [1, 0], listed: [1, 0], choices: [0, 1] },
  seed: 987_654_321,
};

const debates = fc.record({
  order: fc.constantFrom('simultaneous', 'sequential'),
  rounds: fc.integer({ min: 1, max: 3 }),
  quotes: fc.constantFrom('none', 'unmarked', 'marked'),
  beliefs: fc.constantFrom('end', 'each-round'),
  reveal: fc.constantFrom('live', 'paced', 'together'),
  questions: fc.integer({ min: 0, max: 1 }),
  judges: fc.integer({ min: 1, max: 2 }),
  instructions: fc.constant({ A: SECRETS.A, B: SECRETS.B }),
});

function tableOf(listed: Listed, options: object): Table {
  const arranged = listed.arrange(options, posed);
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  return listed.table(arranged.setup);
}

/** Something that the rules accept, with a mark of its own in every text. */
function said(turn: Turn, seed: number): object {
  const p = randomFrom(seed, 'belief').number();
  const choice = randomFrom(seed, turn.at).index(2) === 0 ? 'continue' : 'ask';
  return { text: markOf(turn), belief: [p, 1 - p], reason: markOf(turn), choice, to: ['A'] };
}

function markOf({ seat, kind, at }: Turn): string {
  return `MARK-${`${seat} ${kind} ${at}`.replace(/\W+/g, '-')}-END`;
}

/** Plays a table to its end in an order drawn by the seed; `look` sees every prompt before its turn is taken. */
function play(table: Table, seed: number, look: (turn: Turn, text: string, table: Table) => void): void {
  const turns = table.next().filter(({ optional }) => !optional);
  for (const turn of turns) look(turn, textOf(table.prompt(turn).messages), table);
  const turn = turns[randomFrom(seed, String(table.moves.length)).index(Math.max(1, turns.length))];
  if (!turn) return;
  const { seat, kind, at, version } = turn;
  const one = table.play({ seat, kind, at, version, by: 'model:secret-model-name', said: said(turn, seed) });
  const two = one.ok
    ? one
    : table.play({
        seat,
        kind,
        at,
        version,
        by: 'model:secret-model-name',
        said: { ...said(turn, seed), choice: 'continue' },
      });
  if (!two.ok) throw new Error(`${seat} ${kind} ${at}: ${two.words ?? two.why}`);
  play(two.table, seed, look);
}

function textOf(messages: readonly Message[]): string {
  return messages.map(({ content }) => content).join('\n');
}

const isDebater = ({ seat }: Turn) => seat === 'A' || seat === 'B';

describe('prompts of a debate, over random setups and orders of play', () => {
  const everyPrompt = (check: (turn: Turn, text: string, table: Table) => void) =>
    fc.assert(
      fc.property(debates, fc.integer(), (options, seed) => {
        play(tableOf(debate, options), seedFrom(seed), check);
      }),
      { numRuns: 60 },
    );

  it('tell each debater its own side, and its own orders alone', () => {
    everyPrompt((turn, text) => {
      if (!isDebater(turn)) return;
      expect(text).toContain(`<your_side>${OPTIONS[turn.seat === 'A' ? 1 : 0] ?? ''}</your_side>`);
      expect(text.includes(SECRETS.A)).toBe(turn.seat === 'A');
      expect(text.includes(SECRETS.B)).toBe(turn.seat === 'B');
    });
  });

  it('show judges neither the source nor what anyone was told, and nobody who plays or the seed', () => {
    everyPrompt((turn, text) => {
      if (!isDebater(turn)) for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
      expect(text).not.toContain('secret-model-name');
      expect(text).not.toContain(String(posed.seed));
    });
  });

  it('in a sealed round carry nothing of the opponent’s speech, also after the run was loaded afresh', () => {
    everyPrompt((turn, text, table) => {
      if (!isDebater(turn) || !isSimultaneous(table)) return;
      const other = { ...turn, seat: turn.seat === 'A' ? 'B' : 'A' };
      const resumed = debate.table(fromJson(table, 'setup'), table.moves);
      expect(text).not.toContain(markOf(other));
      expect(textOf(resumed.prompt(turn).messages)).toBe(text);
    });
  });

  it('show nobody the beliefs and reasons of another', () => {
    everyPrompt((turn, text, table) => {
      for (const { seat, kind, at, version } of table.moves) {
        if (seat === turn.seat || (kind !== 'belief' && kind !== 'verdict')) continue;
        expect(text).not.toContain(markOf({ seat, kind, at, version }));
      }
    });
  });

  it('show everybody what was openly said before', () => {
    everyPrompt((turn, text, table) => {
      const round = Number(/^round (\d+)/.exec(turn.at)?.[1] ?? 99);
      for (const move of table.moves) {
        if (move.kind === 'speech' && Number(/^round (\d+)/.exec(move.at)?.[1]) < round)
          expect(text).toContain(markOf(move));
      }
    });
  });
});

/** The setup as the table was given it; a table does not show it, so it is arranged again from what every seat may know. */
function fromJson(table: Table, _what: 'setup'): object {
  return { ...table.brief({ seat: 'judge', at: '' }), ...table.brief({ seat: 'A', at: '' }), ...bothOrders(table) };
}

function bothOrders(table: Table): object {
  const instructions = ['A', 'B']
    .map((seat) => table.brief({ seat, at: '' }))
    .flatMap((brief) =>
      'instructions' in brief && typeof brief.instructions === 'object' ? [brief.instructions] : [],
    );
  return { instructions: { ...instructions[0], ...instructions[1] }, choices: posed.orders.choices };
}

function isSimultaneous(table: Table): boolean {
  const brief = table.brief({ seat: 'A', at: '' });
  return 'order' in brief && brief.order === 'simultaneous';
}

describe('the wording', () => {
  const debateTable = tableOf(debate, {
    order: 'simultaneous',
    rounds: 1,
    words: { ask: 100, min: 70, max: 150 },
    quotes: 'marked',
    beliefs: 'each-round',
  });

  it('of direct judgment without the source', () => {
    expect(promptsOf(tableOf(direct, { source: 'hidden' }))).toMatchSnapshot();
  });

  it('of direct judgment with the source', () => {
    expect(promptsOf(tableOf(direct, { source: 'shown' }))).toMatchSnapshot();
  });

  it('of a debate', () => {
    const before = debateTable.play({
      seat: 'judge',
      kind: 'belief',
      at: 'round 0',
      version: 1,
      by: 'model:m',
      said: { belief: [0.5, 0.5] },
    });
    if (!before.ok) throw new Error(before.why);
    expect([...promptsOf(debateTable), ...promptsOf(before.table)]).toMatchSnapshot();
  });
});

function promptsOf(table: Table): readonly string[] {
  return table
    .next()
    .filter(({ optional }) => !optional)
    .map(
      (turn) =>
        `${turn.seat} ${turn.kind} @${turn.at}\n${table
          .prompt(turn)
          .messages.map(({ role, content }) => `[${role}]\n${content}`)
          .join('\n')}`,
    );
}
