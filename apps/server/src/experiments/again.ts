import { protocols } from '@moot/protocols';
import { judgeAgain, type JudgedAgain, type ToJudge } from '@moot/store';
import type { Engine } from '../engine.ts';

/** Has a finished run judged again by a model, or says why it cannot be. */
export async function askedAgain(
  { means, world, modelFault }: Pick<Engine, 'means' | 'world' | 'modelFault'>,
  asked: ToJudge,
): Promise<JudgedAgain> {
  const { model, shown, seconds } = asked;
  if (!/^[^/\s]+\/\S+$/.test(model)) return refused(`${model} is no model: endpoint/model, such as sim/judge`);
  const fault = modelFault(model);
  if (fault !== undefined) return refused(fault);
  if ((shown === 'timed') !== (seconds !== undefined))
    return refused('a timed judgment has a number of seconds, and no other has');
  const table = (await world.run(asked.run))?.table;
  if (!table) return refused(`there is no run ${asked.run}`);
  if (protocols.find(({ name }) => name === table.protocol)?.isPrompted !== true)
    return refused(`${table.protocol} has no prompts, so no model can judge it`);
  if (!table.view({ seat: 'observer', at: '' }).some(isSaid))
    return refused(`nothing was said in run ${asked.run} that could be judged again`);
  return judgeAgain(means, asked);
}

/** Judges' own moves are no part of what is judged, and nothing is said in a turn that was passed. */
function isSaid(move: { readonly kind: string }): boolean {
  return move.kind !== 'belief' && move.kind !== 'verdict' && !('passed' in move);
}

function refused(why: string): JudgedAgain {
  return { ok: false, why };
}
