import { beliefIn, lengthFault, type DraftPrompts, type How } from '@moot/protocol';
import type { Answer, Course, Seated } from './course.ts';
import { judged } from './judging.ts';

/** Draws as many candidates as the seat wants and gives the one that its preference model rates highest; of several, the first. */
export function* best(seated: Seated): Course<Answer> {
  const { table, turn, sitter } = seated;
  const { model, parameters, bestOf = 1 } = sitter;
  const candidates: Answer[] = [];
  for (let drawn = 0; drawn < bestOf; drawn++)
    candidates.push(
      yield {
        part: `candidate ${drawn + 1}`,
        model,
        prompt: table.prompt(turn),
        ...(parameters && { parameters }),
        drawn,
        fault: faultIn(seated),
      },
    );
  return yield* highest(seated, candidates, ({ said }, how) => draftsOf(seated, said).rate(how), 'rating');
}

/** Has the draft criticised, and rewritten by the critique that the preference model finds most helpful. */
export function* rewritten(seated: Seated, draft: Answer): Course<Answer> {
  const { model, parameters, critic = model, critiques = 1 } = seated.sitter;
  const about = draftsOf(seated, draft.said);
  const written: Answer[] = [];
  for (let drawn = 0; drawn < critiques; drawn++)
    written.push(
      yield { part: `critique ${drawn + 1}`, model: critic, prompt: about.critique(), drawn, fault: tooLong },
    );
  const { said } = yield* highest(
    seated,
    written,
    (critique, how) => about.helpful(textOf(critique.said), how),
    'helpfulness',
  );
  return yield {
    part: 'revision',
    model,
    prompt: about.revise(textOf(said)),
    ...(parameters && { parameters }),
  };
}

/** The first of those that are rated highest: the belief of the preference model begins with what is to be wished for. */
function* highest(
  { sitter }: Seated,
  among: readonly Answer[],
  ask: (one: Answer, how: How) => ReturnType<DraftPrompts['rate']>,
  part: string,
): Course<Answer> {
  const [first] = among;
  if (!first) throw new Error('there is nothing to choose from');
  const { preference } = sitter;
  if (among.length === 1 || preference === undefined) return first;
  let chosen = { one: first, rating: -1 };
  for (const [i, one] of among.entries()) {
    const { said } = yield* judged(
      sitter,
      (how) => ({ model: preference, prompt: ask(one, how) }),
      (order) => (order === 1 ? `${part} ${i + 1}` : `${part} ${i + 1}, order ${order}`),
    );
    const rating = wishedFor(said);
    if (rating > chosen.rating) chosen = { one, rating };
  }
  return chosen.one;
}

function wishedFor(said: object): number {
  const [p] = beliefIn(said);
  if (p === undefined) throw new Error('a rating was read that holds no belief');
  return p;
}

/** What the rules find wrong with a candidate, as they would if it were the move. */
function faultIn({ table, turn, sitter }: Seated): (said: object) => string | undefined {
  const { seat, kind, at, version } = turn;
  return (said) => {
    const played = table.play({ seat, kind, at, version, by: `model:${sitter.model}`, said });
    return played.ok || played.why !== 'fault' ? undefined : (played.words ?? 'the rules refuse it');
  };
}

function draftsOf({ table, turn }: Seated, said: object): DraftPrompts {
  const drafts = table.drafts(turn, said);
  if (!drafts)
    throw new Error(`${turn.seat} ${turn.kind} @${turn.at}: it was drafted, but its protocol does not draft it`);
  return drafts;
}

function tooLong(said: object): string | undefined {
  return lengthFault(CRITIQUE, textOf(said));
}

/** What a critique may be long at most. */
const CRITIQUE = { unit: 'words', max: 150, over: 'ask-again' } as const;

/** The words of what was said, where it has any. */
export function textOf(said: object): string {
  return 'text' in said && typeof said.text === 'string' ? said.text : '';
}
