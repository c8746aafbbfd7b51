import type { Pass, Turn } from '../protocol.ts';
import { bareQuoteTags, markQuotes, type CheckedQuote } from '../quotes.ts';
import { asData, tagged } from '../wording.ts';
import type { ArguingMove } from './moves.ts';

/** What has been said so far, as data: each speech under its speaker and round, quotes marked for who may see the marks. */
export function transcriptText(seen: readonly (ArguingMove | Pass)[]): string {
  const lines = seen.flatMap((move) => line(move));
  return lines.length === 0 ? '' : ['<transcript>', ...lines, '</transcript>'].join('\n');
}

/** The number of the round in which something is said. */
export function roundOf(at: string): string {
  return /^round (\d+)/.exec(at)?.[1] ?? '';
}

function line(move: ArguingMove | Pass): readonly string[] {
  if ('passed' in move) return isWaitedFor(move) ? [spoken(move, '(said nothing)')] : [];
  switch (move.kind) {
    case 'speech':
    case 'reply':
    case 'ask':
      return [spoken(move, marked(move.text, move.quotes), saidOf(move))];
    case 'concede':
      return [`<speech by="${move.seat}" concedes="yes">${marked(move.text, move.quotes)}</speech>`];
    case 'respond':
      return asked(move);
    case 'choose':
    case 'negotiate':
    case 'belief':
    case 'verdict':
      return [];
  }
}

function isWaitedFor({ kind }: Turn): boolean {
  return kind === 'speech' || kind === 'reply' || kind === 'ask';
}

function spoken({ seat, kind, at }: Turn, text: string, more = ''): string {
  const where = roundOf(at) === '' ? ` part="${at}"` : ` round="${roundOf(at)}"`;
  const answers = kind === 'reply' ? ` answers="${askerIn(at)}"` : '';
  const asks = kind === 'ask' ? ' asks="yes"' : '';
  return `<speech by="${seat}"${where}${answers}${asks}${more}>${text}</speech>`;
}

/** Who is answered stands at the end of a reply's place. */
function askerIn(at: string): string {
  const asker = at.split('/').at(-1) ?? '';
  return asker.startsWith('judge') ? 'judge' : asker;
}

function saidOf({ concedes, stance }: Extract<ArguingMove, { readonly kind: 'speech' | 'reply' | 'ask' }>): string {
  return `${concedes ? ' concedes="yes"' : ''}${stance === undefined ? '' : ` stance="${stance}"`}`;
}

function asked(response: Extract<ArguingMove, { readonly kind: 'respond' }>): readonly string[] {
  if (response.choice !== 'ask') return [];
  return [tagged('judge_asks', response.text, { to: response.to.join(' and '), round: roundOf(response.at) })];
}

function marked(text: string, quotes: readonly CheckedQuote[] | undefined): string {
  return asData(quotes ? markQuotes(text, quotes) : bareQuoteTags(text));
}
