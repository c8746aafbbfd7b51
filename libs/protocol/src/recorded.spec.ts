import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { define } from './define.ts';
import { beliefFault, openFor, Verdict, verdicts, type Verdict as VerdictMove } from './panel.ts';
import { protocol } from './protocol.ts';
import { taken } from './transcript.ts';

const Setup = z.strictObject({ options: z.array(z.string()) });
/** One judge after the other; what is said must be about two options, and is completed. */
const strict = define({
  protocol: protocol<z.output<typeof Setup>, VerdictMove>({
    name: 'strict',
    next: (_setup, moves) => openFor(2, moves, 'verdict', 'end').slice(0, 1),
    view: (_setup, moves) => [taken(moves, { seat: 'judge 1', kind: 'verdict', at: 'end' }) ?? []].flat(),
    watches: () => false,
    brief: (setup) => setup,
    outcome: (_setup, moves) => verdicts(2, moves, 'end'),
    fault: (_setup, _moves, { belief }) => beliefFault(belief, 2),
    barred: (_setup, _moves, _turn, by) => (by === 'person:ada' ? 'not ada' : undefined),
    completed: (_setup, _moves, move) => ({ ...move, reason: `${move.reason}!` }),
  }),
  version: '1.0.0',
  options: z.strictObject({}),
  setup: Setup,
  moves: { verdict: Verdict },
  seats: () => [{ seat: 'judge 1', role: 'judge' as const }],
  arrange: (_options, { options }) => ({ options: [...options] }),
});
const setup = { options: ['a', 'b'] };
const by = (name: string, seat = 'judge 1') => ({
  ...{ seat, kind: 'verdict', at: 'end', version: 1, by: `person:${name}` as const },
  said: { belief: [0.5, 0.2, 0.3], reason: 'so' },
});

describe('a run of the past', () => {
  it('is played as it was, also what rules of today would refuse or add to', () => {
    expect(strict.table(setup).play(by('ada'))).toMatchObject({ ok: false, why: 'barred' });
    expect(strict.table(setup).play(by('ben'))).toMatchObject({ ok: false, why: 'fault' });
    const table = strict.recorded(setup, [{ ...by('ada'), added: { quotes: ['q'] } }, by('ben', 'judge 2')]);
    if ('seq' in table) throw new Error(table.refused.why);
    expect(table.moves).toMatchObject([
      { by: 'person:ada', belief: [0.5, 0.2, 0.3], reason: 'so', quotes: ['q'], rests: [] },
      { by: 'person:ben', reason: 'so', rests: [0] },
    ]);
    expect(table.next()).toEqual([]);
  });

  it('has no move that was not open, or that is of no known shape', () => {
    expect(strict.recorded(setup, [by('ada'), by('ben')])).toEqual({ seq: 1, refused: { ok: false, why: 'not-open' } });
    const shapeless = { ...by('ada'), said: { belief: 'half' } };
    expect(strict.recorded(setup, [shapeless])).toMatchObject({ seq: 0, refused: { why: 'fault' } });
    const late = [by('ada'), by('ben', 'judge 2'), by('cyd')];
    expect(strict.recorded(setup, late)).toMatchObject({ seq: 2, refused: { ok: false } });
  });

  it('may be one of judges over a finished transcript', () => {
    const first = strict.recorded(setup, [by('ada'), by('ben', 'judge 2')]);
    if ('seq' in first) throw new Error(first.refused.why);
    const turn = { seat: 'judge', version: 1, by: 'person:cyd' as const };
    const table = strict.recorded(
      { ...setup, shown: 'whole' },
      [
        { ...turn, kind: 'belief', at: 'step 0', passed: 'nobody asked' },
        { ...turn, kind: 'verdict', at: 'end', said: { belief: [0.9, 0.1], reason: '' } },
      ],
      { setup, moves: first.moves },
    );
    expect('seq' in table ? table : table.outcome()).toEqual([{ seat: 'judge', belief: [0.9, 0.1] }]);
  });
});
