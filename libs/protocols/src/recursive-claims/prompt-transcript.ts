import { asData, bareQuoteTags, markQuotes, type CheckedQuote, type Pass } from '@moot/protocol';
import { authorOf, roundOf } from './keys.ts';
import { SAID } from './prompt-words.ts';
import type { ClaimsMove, Mark } from './setup.ts';

/** What has been claimed so far, as data: each claim under its key, with what it rebuts and what the other side said of it. */
export function transcriptText(seen: readonly (ClaimsMove | Pass)[]): string {
  const said = new Map(seen.flatMap(marksOf).map(({ on, mark }) => [on, mark]));
  const lines = seen.flatMap((move) => linesOf(move, said));
  return lines.length === 0 ? '' : ['<transcript>', ...lines, '</transcript>'].join('\n');
}

function linesOf(move: ClaimsMove | Pass, said: ReadonlyMap<string, Mark>): readonly string[] {
  if ('passed' in move || (move.kind !== 'claim' && move.kind !== 'rebut')) return [];
  if (move.kind === 'claim')
    return [`<speech by="${move.seat}" round="0" claim="${move.seat}">${marked(move.text, move.quotes)}</speech>`];
  const { on = '', quotes } = move;
  return move.claims.map(({ id = '', text }, i) => {
    const mark = said.get(id);
    const answered = mark === undefined ? '' : ` answered="${authorOf(on)} ${SAID[mark]}"`;
    const named = `by="${move.seat}" round="${roundOf(move.at)}" claim="${id}" on="${on}"${answered}`;
    return `<speech ${named}>${marked(text, quotes?.[i])}</speech>`;
  });
}

function marksOf(move: ClaimsMove | Pass): readonly { readonly on: string; readonly mark: Mark }[] {
  return 'passed' in move || move.kind !== 'answer' ? [] : (move.marks ?? []);
}

function marked(text: string, quotes: readonly CheckedQuote[] | undefined): string {
  return asData(quotes ? markQuotes(text, quotes) : bareQuoteTags(text));
}
