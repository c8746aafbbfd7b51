import { asData, bareQuoteTags, markQuotes, tagged, type CheckedQuote, type Pass, type Turn } from '@moot/protocol';
import type { DebateMove } from './setup.ts';

/** What has been said so far, as data: each speech under its debater and round, quotes marked for who may see the marks. */
export function transcriptText(seen: readonly (DebateMove | Pass)[]): string {
  const lines = seen.flatMap((move) => line(move));
  return lines.length === 0 ? '' : ['<transcript>', ...lines, '</transcript>'].join('\n');
}

function line(move: DebateMove | Pass): readonly string[] {
  if ('passed' in move) return isSpoken(move) ? [spoken(move, '(said nothing)')] : [];
  switch (move.kind) {
    case 'speech':
    case 'reply':
      return [spoken(move, marked(move.text, move.quotes))];
    case 'concede':
      return [`<speech by="${move.seat}" concedes="yes">${marked(move.text, move.quotes)}</speech>`];
    case 'respond':
      return asked(move);
    case 'belief':
    case 'verdict':
      return [];
  }
}

function isSpoken({ kind }: Turn): boolean {
  return kind === 'speech' || kind === 'reply';
}

function spoken({ seat, kind, at }: Turn, text: string): string {
  const answers = kind === 'reply' ? ' answers="judge"' : '';
  return `<speech by="${seat}" round="${roundOf(at)}"${answers}>${text}</speech>`;
}

function asked(response: Extract<DebateMove, { readonly kind: 'respond' }>): readonly string[] {
  if (response.choice !== 'ask') return [];
  return [tagged('judge_asks', response.text, { to: response.to.join(' and '), round: roundOf(response.at) })];
}

/** The number of the round in which something is said. */
export function roundOf(at: string): string {
  return /^round (\d+)/.exec(at)?.[1] ?? '';
}

function marked(text: string, quotes: readonly CheckedQuote[] | undefined): string {
  return asData(quotes ? markQuotes(text, quotes) : bareQuoteTags(text));
}
