import { isJudge, type Listed, type Seat } from '@moot/protocol';
import type { Known, SampledEntry } from './file.ts';
import type { PathFault } from './path-fault.ts';
import type { Manner } from './sitter.ts';

/** A seat's model with its settings, and the seats that it takes. */
interface Seated {
  readonly listed: Pick<Listed, 'name' | 'isDrafted'>;
  readonly entry: SampledEntry;
  readonly seats: readonly Seat[];
  readonly modelFault: Known['modelFault'];
}

/** What is wrong with how a seat's model is to judge or to draft. */
export function mannerFault({ listed, entry, seats, modelFault }: Seated): PathFault | undefined {
  const judges = seats.some(({ seat }) => isJudge(seat));
  const misplaced = judges ? DRAFTS.find((name) => entry[name] !== undefined) : readingWithoutJudgment(entry);
  if (misplaced !== undefined)
    return fault(
      misplaced,
      judges ? 'it is for a seat that argues: a judge drafts nothing and has no side' : NOTHING_READ,
    );
  if (isDrafting(entry) && !listed.isDrafted)
    return fault(entry.bestOf === undefined ? 'critiques' : 'bestOf', `${listed.name} has no prompts for drafts`);
  return missing(entry) ?? OTHERS.map((name) => otherFault(name, entry[name], modelFault)).find(Boolean);
}

const DRAFTS = ['bestOf', 'preference', 'critiques', 'critic', 'checkedBy'] as const;
const OTHERS = ['preference', 'critic', 'checkedBy'] as const;
const NOTHING_READ = 'it says how a belief is read: of a judge, or of the preference model of a seat that drafts';

function readingWithoutJudgment({ reading, orders, preference }: Manner): keyof Manner | undefined {
  if (preference !== undefined) return undefined;
  return reading === undefined ? (orders === undefined ? undefined : 'orders') : 'reading';
}

function isDrafting({ bestOf = 1, critiques = 0 }: Manner): boolean {
  return bestOf > 1 || critiques > 0;
}

function missing({ bestOf = 1, critiques = 0, preference, critic, temperature }: SampledEntry): PathFault | undefined {
  if (bestOf > 1 && temperature === 0) return fault('temperature', 'at 0 all candidates would be the same');
  if (critic !== undefined && critiques === 0) return fault('critic', 'it has nothing to write: set critiques');
  const many = bestOf > 1 ? 'bestOf' : critiques > 1 ? 'critiques' : undefined;
  if (many === undefined)
    return preference === undefined
      ? undefined
      : fault('preference', 'there is nothing to choose from: set bestOf or critiques to 2 or more');
  if (preference !== undefined) return undefined;
  return fault(many, `say which model rates the ${MANY[many]}: preference: endpoint/model`);
}

const MANY = { bestOf: 'candidates', critiques: 'critiques' } as const;

function otherFault(
  name: (typeof OTHERS)[number],
  model: string | undefined,
  modelFault: Known['modelFault'],
): PathFault | undefined {
  if (model === undefined) return undefined;
  if (!/^[^/\s]+\/\S+$/.test(model))
    return fault(name, `${model} is no model: write endpoint/model, such as sim/judge`);
  const why = modelFault?.(model);
  return why === undefined ? undefined : fault(name, why);
}

function fault(name: string, why: string): PathFault {
  return { path: [name], why };
}
