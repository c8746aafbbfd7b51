import { beliefFault } from '../panel.ts';
import { textFault } from './checked.ts';
import type { ArguingMove } from './moves.ts';
import type { ArguingSetup } from './setup.ts';

/** What is wrong with what was said wherever seats argue, in words for its maker. */
export function moveFault(setup: ArguingSetup, move: ArguingMove, speakers: readonly string[]): string | undefined {
  switch (move.kind) {
    case 'belief':
    case 'verdict':
      return beliefFault(move.belief, setup.options.length);
    case 'respond':
      return responseFault(setup, move, speakers);
    case 'choose':
      return move.option < setup.options.length
        ? undefined
        : `There are ${setup.options.length} options to choose from.`;
    case 'negotiate':
      return undefined;
    case 'speech':
    case 'reply':
    case 'ask':
    case 'concede':
      return textFault(setup, move);
  }
}

function responseFault(
  setup: ArguingSetup,
  move: Extract<ArguingMove, { readonly kind: 'respond' }>,
  speakers: readonly string[],
): string | undefined {
  if (!move.choices.includes(move.choice)) return `Choose one of: ${move.choices.join(', ')}.`;
  if (move.choice !== 'ask') return undefined;
  if (move.to.length === 0) return 'Say which debater is asked.';
  const strange = move.to.find((seat) => !speakers.includes(seat));
  return strange === undefined
    ? textFault(setup, move)
    : `Nobody called ${strange} argues here; ask ${speakers.join(' or ')}.`;
}
