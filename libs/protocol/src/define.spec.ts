import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Verdict, openFor, verdicts, type Verdict as VerdictMove } from './panel.ts';
import { protocol } from './protocol.ts';
import { define } from './define.ts';
import { taken } from './transcript.ts';

const Setup = z.strictObject({ question: z.string(), hidden: z.string() });
const listed = define({
  protocol: protocol<z.output<typeof Setup>, VerdictMove>({
    name: 'judged',
    next: (_setup, moves) => openFor(1, moves, 'verdict', 'end'),
    view: () => [],
    watches: () => false,
    brief: ({ question }) => ({ question }),
    outcome: (_setup, moves) => verdicts(1, moves, 'end'),
  }),
  version: '1.0.0',
  options: z.strictObject({}),
  setup: Setup,
  moves: { verdict: Verdict },
  seats: () => [{ seat: 'judge', role: 'judge' as const }],
  arrange: (_options, { question }) => ({ question, hidden: 'x' }),
});
const table = listed.table({ question: '?', hidden: 'x' });
/** The same, where each sees their own verdict. */
const shown = define({
  protocol: protocol<z.output<typeof Setup>, VerdictMove>({
    name: 'shown',
    next: (_setup, moves) => openFor(1, moves, 'verdict', 'end'),
    view: (_setup, moves, { seat }) => {
      const own = taken(moves, { seat, kind: 'verdict', at: 'end' });
      return own ? [own] : [];
    },
    watches: () => false,
    brief: () => ({}),
    outcome: (_setup, moves) => verdicts(1, moves, 'end'),
  }),
  version: '1.0.0',
  options: z.strictObject({}),
  setup: Setup,
  moves: { verdict: Verdict },
  seats: () => [{ seat: 'judge', role: 'judge' as const }],
  arrange: (_options, { question }) => ({ question, hidden: 'x' }),
}).table({ question: '?', hidden: 'x' });
const turn = { seat: 'judge', kind: 'verdict', at: 'end', version: 1, by: 'person:p1' as const };

describe('a table', () => {
  it('parses what is said and leaves out what nobody asked for', () => {
    const result = table.play({ ...turn, said: { belief: [0.5, 0.5], reason: '', truth: 1, rests: [9] } });
    expect(result).toMatchObject({ ok: true, move: { belief: [0.5, 0.5], reason: '', by: 'person:p1', rests: [] } });
    expect(result.ok && 'truth' in result.move).toBe(false);
  });

  it('says what is wrong with the shape of what is said', () => {
    const result = table.play({ ...turn, said: { belief: ['half'], reason: '' } });
    expect(result.ok ? '' : result.words).toMatch(/^belief\.0: /);
  });

  it('does not let what is said forge the turn that it is said in', () => {
    const result = table.play({
      ...turn,
      said: { belief: [1], reason: '', seat: 'A', version: 7, by: 'model:x', kind: 'belief' },
    });
    expect(result).toMatchObject({ ok: true, move: { seat: 'judge', kind: 'verdict', version: 1, by: 'person:p1' } });
  });

  it('answers that a turn is not open, whatever is said in it', () => {
    expect(table.play({ ...turn, at: 'start', said: {} })).toMatchObject({ ok: false });
    expect(table.play({ ...turn, kind: 'speech', said: {} })).toEqual({ ok: false, why: 'not-open' });
  });

  it('is set with moves kept elsewhere, and goes on where they end', () => {
    const result = table.play({ ...turn, said: { belief: [0.2, 0.8], reason: 'r' } });
    if (!result.ok) throw new Error(result.why);
    for (const again of [
      listed.table({ question: '?', hidden: 'x' }, result.table.moves),
      listed.table({ question: '?', hidden: 'x' }).extend(result.table.moves),
    ]) {
      expect(again.next()).toEqual([]);
      expect(again.outcome()).toEqual([{ seat: 'judge', belief: [0.2, 0.8] }]);
    }
  });

  it('refuses a setup that is not its protocol’s, and moves of a kind it does not have', () => {
    expect(() => listed.table({ question: '?' })).toThrow();
    expect(() => table.extend([{ seat: 'A', kind: 'speech', at: '', version: 1, by: 'model:m', rests: [] }])).toThrow(
      'kind speech',
    );
  });
});

describe('what comes late or odd', () => {
  const over = table.play({ ...turn, said: { belief: [0.2, 0.8], reason: 'r' } });

  it('is told that the run is over, whatever it says', () => {
    if (!over.ok) throw new Error(over.why);
    expect(over.table.play({ ...turn, said: {} })).toEqual({ ok: false, why: 'over' });
    expect(over.table.play({ ...turn, kind: 'constructor', said: {} })).toEqual({ ok: false, why: 'over' });
  });

  it('brings nothing into a pass but the reason', () => {
    const said = { ...turn, passed: 'late', reason: 'UNCHECKED', belief: [1] };
    const result = table.play(said);
    expect(result).toMatchObject({ ok: true, move: { passed: 'late', rests: [] } });
    expect(result.ok && ('reason' in result.move || 'belief' in result.move)).toBe(false);
  });
});

describe('a draft', () => {
  const draft = { belief: [0.5, 0.5], reason: 'hm', truth: 1 };
  const open = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };

  it('is seen as the move would be if no more were said, and nothing is added to the table', () => {
    const seen = shown.drafted(open, draft, { seat: 'judge', at: 'end' });
    expect(seen).toEqual({ ...open, belief: [0.5, 0.5], reason: 'hm' });
    expect([shown.moves, shown.next()]).toEqual([[], [open]]);
  });

  it('is nothing to a place that would not see the move, or when it is no move yet', () => {
    expect(shown.drafted(open, draft, { seat: 'observer', at: '' })).toBeUndefined();
    expect(shown.drafted(open, { reason: 'hm' }, { seat: 'judge', at: 'end' })).toBeUndefined();
  });

  it('leaves no trace in what is played after it', () => {
    shown.drafted(open, { belief: [1, 0], reason: 'draft' }, { seat: 'judge', at: 'end' });
    const result = shown.play({ ...turn, said: { belief: [0.25, 0.75], reason: 'said' } });
    if (!result.ok) throw new Error(result.why);
    expect(result.table.view({ seat: 'judge', at: '' })).toEqual([{ ...open, belief: [0.25, 0.75], reason: 'said' }]);
    expect(result.table.outcome()).toEqual([{ seat: 'judge', belief: [0.25, 0.75] }]);
  });
});

describe('a table as it stood', () => {
  it('has the moves up to there and their turns open again, and the later table is as it was', () => {
    const result = shown.play({ ...turn, said: { belief: [0.25, 0.75], reason: 'said' } });
    if (!result.ok) throw new Error(result.why);
    const [before, after] = [result.table.at(0), result.table.at(1)];
    expect([before.moves, before.next().length, before.outcome()]).toEqual([[], 1, undefined]);
    expect([after.moves, after.next()]).toEqual([result.table.moves, []]);
    expect(before.play({ ...turn, said: { belief: [1, 0], reason: 'otherwise' } }).ok).toBe(true);
    expect(result.table.outcome()).toEqual([{ seat: 'judge', belief: [0.25, 0.75] }]);
  });

  it('is the whole table after more moves than there are', () => {
    const result = shown.play({ ...turn, said: { belief: [0.25, 0.75], reason: 'said' } });
    expect(result.ok && result.table.at(9).moves).toEqual(result.ok && result.table.moves);
  });
});
