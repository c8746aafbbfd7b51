import { seedFrom, type Listed, type Table, type Turn } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consultancy } from './consultancy/index.ts';
import { debate } from './debate/index.ts';
import { proposerCritic } from './proposer-critic/index.ts';
import { markOf, OPTIONS, play, posed, SECRETS, setupOf, sidesIn, textOf } from './random-play.ts';

const common = {
  quotes: fc.constantFrom('none', 'unmarked', 'marked'),
  beliefs: fc.constantFrom('end', 'each-round'),
  reveal: fc.constantFrom('live', 'paced', 'together'),
  judges: fc.integer({ min: 1, max: 2 }),
};
const inRounds = {
  rounds: fc.integer({ min: 1, max: 3 }),
  questions: fc.integer({ min: 0, max: 1 }),
  answers: fc.constantFrom('at-once', 'next-speech'),
  penalty: fc.constantFrom(0, 0.05),
};
const sides = fc.constantFrom('assigned', 'open');

const kinds: Readonly<Record<string, { readonly listed: Listed; readonly options: fc.Arbitrary<object> }>> = {
  debate: {
    listed: debate,
    options: fc.record(
      {
        order: fc.constantFrom('simultaneous', 'sequential', 'simultaneous-openings'),
        ...common,
        ...inRounds,
        sides,
        concession: fc.constantFrom('none', 'allowed'),
        crossExamination: fc.constant(true),
        instructions: fc.constant({ A: SECRETS.A, B: SECRETS.B }),
      },
      { requiredKeys: ['order', 'instructions'] },
    ),
  },
  consultancy: {
    listed: consultancy,
    options: fc.oneof(
      fc.record({ form: fc.constantFrom('assigned', 'open'), ...common, ...inRounds }),
      fc.record({
        form: fc.constant('double'),
        ...common,
        ...inRounds,
        instructions: fc.constant({ A: SECRETS.A, B: SECRETS.B }),
      }),
    ),
  },
  proposal: {
    listed: proposerCritic,
    options: fc.record({
      critic: fc.constantFrom('forced', 'free'),
      rebuttals: fc.integer({ min: 0, max: 2 }),
      ...common,
      sides,
    }),
  },
};

const isJudge = ({ seat }: Pick<Turn, 'seat'>) => seat.startsWith('judge');

interface Look {
  readonly listed: Listed;
  readonly setup: object;
  readonly table: Table;
}

describe.each(Object.entries(kinds))(
  'prompts of a %s, over random setups and orders of play',
  (kind, { listed, options }) => {
    const everyPrompt = (check: (turn: Turn, text: string, look: Look) => void) => {
      fc.assert(
        fc.property(options, fc.integer(), (chosen, seed) => {
          const setup = setupOf(listed, chosen);
          play(listed.table(setup), seedFrom(seed), (turn, text, table) => {
            check(turn, text, { listed, setup, table });
          });
        }),
        { numRuns: 60 },
      );
    };

    it('tell each who has a side its own, and its own orders alone', () => {
      everyPrompt((turn, text, { setup, table }) => {
        if (isJudge(turn)) return;
        const side = sidesIn(table)[turn.seat];
        if (typeof side === 'number') expect(text).toContain(`<your_side>${OPTIONS[side] ?? ''}</your_side>`);
        else expect(text).not.toContain('<your_side>');
        const isTold = 'instructions' in setup;
        for (const seat of ['A', 'B']) expect(text.includes(`ORDERS-${seat}`)).toBe(isTold && turn.seat === seat);
      });
    });

    it('show judges neither the source nor what anyone was told, and nobody who plays or the seed', () => {
      everyPrompt((turn, text) => {
        if (isJudge(turn)) for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
        expect(text).not.toContain('secret-model-name');
        expect(text).not.toContain(String(posed.seed));
      });
    });

    it('carry nothing that is said in a turn that is still open beside them, also after the run was loaded afresh', () => {
      everyPrompt((turn, text, { setup, table }) => {
        if (isJudge(turn) || !['speech', 'ask', 'reply'].includes(turn.kind)) return;
        for (const { seat, at, kind } of table.moves)
          if (kind === turn.kind && at === turn.at && isSealed(kind, at, setup))
            expect(text).not.toContain(markOf({ seat, kind, at }));
        const resumed = listed.table(JSON.parse(JSON.stringify(setup)), table.moves);
        expect(textOf(resumed.prompt(turn).messages)).toBe(text);
      });
    });

    it('show nobody the beliefs and reasons of another', () => {
      everyPrompt((turn, text, { table }) => {
        for (const { seat, kind, at } of table.moves) {
          if (seat === turn.seat || (kind !== 'belief' && kind !== 'verdict')) continue;
          expect(text).not.toContain(markOf({ seat, kind, at }));
        }
      });
    });

    it('show everybody what was openly said before, but to who is kept apart', () => {
      everyPrompt((turn, text, { setup, table }) => {
        const isApart = 'form' in setup && setup.form === 'double' && !isJudge(turn);
        const round = Number(/^round (\d+)/.exec(turn.at)?.[1] ?? 99);
        for (const move of table.moves) {
          const isBefore = Number(/^round (\d+)/.exec(move.at)?.[1] ?? (kind === 'proposal' ? 0 : 99)) < round;
          if (move.kind !== 'speech' || !isBefore) continue;
          expect(text.includes(markOf(move))).toBe(!isApart || move.seat === turn.seat);
        }
      });
    });
  },
);

/** Whether what is said there is sealed until all have said it. */
function isSealed(kind: string, at: string, setup: object): boolean {
  const order = 'order' in setup ? setup.order : undefined;
  return order === 'simultaneous' || (order === 'simultaneous-openings' && kind === 'speech' && at === 'round 1');
}
