import { turnKey, type Delta, type RunState, type Speaking, type TurnName, type Withdrawn } from '@moot/wire';

/** What is known of a run that is followed. */
export interface Known {
  readonly state: RunState | undefined;
  /** What was said in turns that are begun again; kept until they are. */
  readonly withdrawn: readonly Speaking[];
  /** Something is missing between what is known and what came: it is to be asked for from here. */
  readonly needs: 'nothing' | 'update' | 'whole';
}

/** What the server says of a run. */
export type Heard =
  | { readonly kind: 'state'; readonly state: RunState }
  | { readonly kind: 'delta'; readonly delta: Delta }
  | { readonly kind: 'withdrawn'; readonly withdrawn: Withdrawn }
  | { readonly kind: 'behind' };

export const NOTHING_KNOWN: Known = { state: undefined, withdrawn: [], needs: 'nothing' };

/** What is known after something was heard. Whatever does not fit is left out, and asked for again: nothing is ever guessed. */
export function heard(known: Known, message: Heard): Known {
  switch (message.kind) {
    case 'state':
      return withState(known, message.state);
    case 'delta':
      return withDelta(known, message.delta);
    case 'withdrawn':
      return withoutSpeech(known, message.withdrawn);
    case 'behind':
      return lacking(known, 'update');
  }
}

/** From how many moves on to ask. */
export function sinceOf({ state, needs }: Known): number {
  return needs === 'whole' ? 0 : (state?.seq ?? 0);
}

function lacking(known: Known, needs: 'update' | 'whole'): Known {
  return { ...known, needs: known.needs === 'whole' ? 'whole' : needs };
}

function withState(known: Known, next: RunState): Known {
  const before = known.state?.run === next.run ? known.state : undefined;
  // An answer from before what is known: moves are only ever added, so it tells nothing.
  if (before && next.seq < before.seq) return known;
  if (next.since !== 0 && next.since !== before?.seq) return lacking(known, before ? 'update' : 'whole');
  const moves = inOrder(next, before?.moves ?? []);
  if (!moves) return lacking(known, 'whole');
  return {
    state: { ...next, moves, brief: briefOf(next, before) },
    withdrawn: known.withdrawn.filter(({ turn }) => isAwaited(next, turn) && !speechIn(next, turn)),
    needs: 'nothing',
  };
}

/** The same object as long as it says the same, so that nothing is drawn again for it. */
function briefOf({ brief }: RunState, before: RunState | undefined): RunState['brief'] {
  return before && JSON.stringify(before.brief) === JSON.stringify(brief) ? before.brief : brief;
}

/** The moves as they are named in `order`; nothing if one of them never came. Those that are known stay the same objects. */
function inOrder({ order, moves }: RunState, before: RunState['moves']): RunState['moves'] | undefined {
  const byKey = new Map(before.map((move) => [turnKey(move), move]));
  for (const move of moves) {
    const known = byKey.get(turnKey(move));
    if (JSON.stringify(known) !== JSON.stringify(move)) byKey.set(turnKey(move), move);
  }
  const found = order.flatMap((key) => byKey.get(key) ?? []);
  return found.length === order.length ? found : undefined;
}

function withDelta(known: Known, { run, turn, from, text, beside }: Delta): Known {
  const { state } = known;
  if (state?.run !== run || isTaken(state, turn)) return known;
  const speech = speechIn(state, turn) ?? { turn, text: '', beside: {} };
  if (from !== speech.text.length) return lacking(known, 'update');
  const grown = { ...speech, text: speech.text + text, beside: { ...speech.beside, ...beside } };
  return {
    ...known,
    state: { ...state, speaking: [...others(state.speaking, turn), grown] },
    withdrawn: others(known.withdrawn, turn),
  };
}

function withoutSpeech(known: Known, { run, turn }: Withdrawn): Known {
  const { state } = known;
  const speech = state?.run === run ? speechIn(state, turn) : undefined;
  if (!state || !speech) return known;
  return {
    ...known,
    state: {
      ...state,
      speaking: others(state.speaking, turn),
      awaited: state.awaited.map((each) =>
        isTurn(each, turn) && each.state === 'speaking' ? { ...each, state: 'waiting' } : each,
      ),
    },
    withdrawn: speech.text === '' ? known.withdrawn : [...others(known.withdrawn, turn), speech],
  };
}

function others(speaking: readonly Speaking[], turn: TurnName): Speaking[] {
  return speaking.filter((each) => !isTurn(each.turn, turn));
}

function speechIn({ speaking }: RunState, turn: TurnName): Speaking | undefined {
  return speaking.find((each) => isTurn(each.turn, turn));
}

function isTaken({ moves }: RunState, turn: TurnName): boolean {
  return moves.some((move) => isTurn(move, turn));
}

function isAwaited({ awaited }: RunState, turn: TurnName): boolean {
  return awaited.some((each) => isTurn(each, turn));
}

function isTurn(a: TurnName, b: TurnName): boolean {
  return a.seat === b.seat && a.kind === b.kind && a.at === b.at && a.version === b.version;
}
