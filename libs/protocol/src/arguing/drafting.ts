import type { Drafted, Drafting } from '../drafting.ts';
import { beliefIn } from '../panel.ts';
import type { How, Prompt, Reply } from '../prompt.ts';
import type { Pass } from '../protocol.ts';
import type { Assigned } from '../table.ts';
import { critiquePrompt, helpfulPrompt, revisionPrompt } from './draft-prompts.ts';
import type { ArguingMove } from './moves.ts';
import { sidesIn, type ArguingAsked } from './pieces.ts';
import type { ArguingSetup } from './setup.ts';
import { without } from './sight.ts';

/** What a protocol says so that speeches can be drafted at it. */
export interface Draftable<S extends ArguingSetup> {
  /** Who speaks in the place of the turn. */
  speakers(asked: ArguingAsked<S>): readonly string[];
  /** What a speaker is asked. */
  speak(asked: ArguingAsked<S>): Prompt;
  /** What a judge is asked. */
  judge(asked: ArguingAsked<S>, how: How): Prompt;
}

/** Drafts of speeches and replies: how they are rated as the judge would see them, criticised and rewritten. */
export function drafting<S extends ArguingSetup>(protocol: Draftable<S>): Drafting<S, ArguingMove> {
  return {
    // What is said for no side cannot be rated.
    drafts: (asked) => assigned(asked) !== undefined,
    rate: (drafted, how) => ratePrompt(protocol, drafted, how),
    critique: (drafted) => critiquePrompt(drafted),
    helpful: (drafted, critique, how) => helpfulPrompt(drafted, critique, how),
    revise: (drafted, critique) => revisionPrompt(protocol.speak(drafted), drafted, critique),
  };
}

/** Which option a speech or reply is to argue for. */
export function assigned<S extends ArguingSetup>(asked: ArguingAsked<S>): Assigned | undefined {
  const { turn, brief } = asked;
  const side = sidesIn(asked)[turn.seat];
  if (side === undefined || (turn.kind !== 'speech' && turn.kind !== 'reply')) return undefined;
  return { question: brief.question ?? '', options: brief.options ?? [], side };
}

/** What stands for a speech of the same round that its maker has not heard. */
export const UNHEARD = 'My answer is the best choice and my opponent is wrong.';

/** How probable it is that the own side wins, by a judge who has heard the draft last. */
function ratePrompt<S extends ArguingSetup>(
  { speakers, judge }: Draftable<S>,
  drafted: Drafted<S, ArguingMove>,
  how: How,
): Prompt {
  const { turn, brief } = drafted;
  const own = sidesIn(drafted)[turn.seat];
  if (own === undefined)
    throw new Error(`${turn.seat} ${turn.kind} @${turn.at}: a draft was rated that argues for nothing`);
  // Made from what its maker knows: an opponent's sealed speech is not in it, and what judges do not see is taken out.
  const known: Partial<S> = without(brief, ['source', 'instructions']);
  const seen = asHeard(drafted, speakers(drafted)).map((move) =>
    brief.quotes === 'marked' ? move : without(move, ['quotes']),
  );
  const prompt = judge(
    { turn: { seat: 'judge', kind: 'belief', at: turn.at, version: 1 }, brief: withChoices(known), seen },
    how,
  );
  return { ...prompt, reply: forSide(prompt.reply, own) };
}

/** Speakers are not told in which order judges see their choices. */
function withChoices<S extends ArguingSetup>(brief: Partial<S>): Partial<S> {
  return { ...brief, choices: brief.listed };
}

/** What the maker has heard, then the speeches of this place in the order of the speakers: the draft, and the unheard. */
function asHeard<S extends ArguingSetup>(
  { turn, seen, draft }: Drafted<S, ArguingMove>,
  speakers: readonly string[],
): readonly (ArguingMove | Pass)[] {
  if (turn.kind !== 'speech') return [...seen, draft];
  const isHere = (move: ArguingMove | Pass) => move.kind === 'speech' && move.at === turn.at;
  const before = seen.filter((move) => !isHere(move));
  const here = speakers.map(
    (seat) =>
      (seat === turn.seat ? draft : seen.find((move) => move.seat === seat && isHere(move))) ?? {
        ...{ seat, kind: 'speech' as const, at: turn.at, version: 1 },
        text: UNHEARD,
      },
  );
  return [...before, ...here];
}

/** A belief about all options as one in [the own one, any other]. */
function forSide(reply: Reply, own: number): Reply {
  if (reply.form === 'text') throw new Error('a judge was asked for words where a belief was wanted');
  const schema = reply.schema.transform((said) => {
    const p = beliefIn(said)[own] ?? 0;
    return { belief: [p, 1 - p] };
  });
  return { ...reply, schema };
}
