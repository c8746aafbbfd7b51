import { abandon, pass, retry } from '@moot/runner';
import { audit, waitsIn } from '@moot/store';
import type { Settle, Settled } from '@moot/wire';
import type { Engine } from '../engine.ts';
import { fault } from '../http/fault.ts';

/** Does what a researcher has decided about a failed turn, or a whole run. All of it is in the audit. */
export async function settleRun(engine: Engine, run: string, by: string, settle: Settle): Promise<Settled> {
  const { world, means } = engine;
  if (!(await world.run(run))) throw fault(404, { code: 'not-found', words: `There is no run ${run}.` });
  if (settle.how === 'abandon') {
    const passed = await abandon(run, { by, why: settle.why }, world);
    if (passed === 0) return { ok: false, words: 'The run had ended already.' };
    const detail = { why: settle.why, passed };
    await audit(means.database, { at: means.clock(), who: by, what: 'run abandoned', subject: run, detail });
    return { ok: true, words: `The run is abandoned: ${passed} turns were passed.` };
  }
  const { seat, kind, at, version } = settle.turn;
  const turn = { run, seat, kind, at, version };
  if (settle.how === 'retry') {
    const isRetried = await retry(turn, { by, ...(settle.why !== undefined && { why: settle.why }) }, world);
    return { ok: isRetried, words: isRetried ? 'The turn is taken again.' : 'The turn had been settled already.' };
  }
  if (await waitsIn(means.database, turn)) return { ok: false, words: 'Somebody has just submitted in this turn.' };
  const change = await pass(turn, { by, why: settle.why }, world);
  if (change.ok) return { ok: true, words: 'The turn is passed.' };
  return { ok: false, words: change.words ?? 'The turn is not open any more.' };
}
