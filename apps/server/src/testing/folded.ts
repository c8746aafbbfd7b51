import { turnKey, type Delta, type RunState, type Withdrawn } from '@moot/wire';

/** What somebody knows of the runs that they follow. */
export type KnownRuns = Map<string, RunState>;

/** Adds what a state says. What does not build on what is known is a fault of whoever sent it, and thrown. */
export function afterState(known: KnownRuns, next: RunState): void {
  const before = known.get(next.run);
  if (before && next.seq < before.seq) return;
  if (next.since !== 0 && next.since !== before?.seq)
    throw new Error(`a state since ${next.since} came where ${before?.seq ?? 'nothing'} is known`);
  const byKey = new Map((next.since === 0 ? [] : (before?.moves ?? [])).map((move) => [turnKey(move), move]));
  for (const move of next.moves) byKey.set(turnKey(move), move);
  const moves = next.order.map((key) => {
    const move = byKey.get(key);
    if (!move) throw new Error(`the move ${key} never came`);
    return move;
  });
  known.set(next.run, { ...next, moves });
}

/** Adds words, which begin where those before them ended. */
export function afterDelta(known: KnownRuns, { run, turn, from, text, beside }: Delta): void {
  const state = known.get(run);
  if (!state) throw new Error(`words came of ${run}, which nobody follows`);
  const key = turnKey(turn);
  if (state.order.includes(key)) return;
  const speech = state.speaking.find((each) => turnKey(each.turn) === key) ?? { turn, text: '', beside: {} };
  if (speech.text.length !== from) throw new Error(`words from ${from} on came after ${speech.text.length}`);
  const grown = { ...speech, text: speech.text + text, beside: beside ?? speech.beside };
  known.set(run, { ...state, speaking: [...state.speaking.filter((each) => turnKey(each.turn) !== key), grown] });
}

/** Takes words back. */
export function afterWithdrawn(known: KnownRuns, { run, turn }: Withdrawn): void {
  const state = known.get(run);
  if (!state) return;
  const key = turnKey(turn);
  const speaking = state.speaking.filter((each) => turnKey(each.turn) !== key);
  known.set(run, { ...state, speaking });
}
