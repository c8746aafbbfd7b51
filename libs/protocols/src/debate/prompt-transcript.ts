import { asData, markQuotes, tagged, type CheckedQuote, type Pass } from '@moot/protocol';
import type { DebateMove } from './setup.ts';

/** What has been said so far, as data: each speech under its debater and round, quotes marked for who may see the marks. */
export function transcriptText(seen: readonly (DebateMove | Pass)[]): string {
  const lines = seen.flatMap((move) => line(move));
  return lines.length === 0 ? '' : ['<transcript>', ...lines, '</transcript>'].join('\n');
}

function line(move: DebateMove | Pass): readonly string[] {
  const round = /^round (\d+)/.exec(move.at)?.[1] ?? 'end';
  if ('passed' in move)
    return move.kind === 'speech' || move.kind === 'reply'
      ? [`<speech by="${move.seat}" round="${round}">(said nothing)</speech>`]
      : [];
  switch (move.kind) {
    case 'speech':
    case 'reply':
      return [
        `<speech by="${move.seat}" round="${round}"${move.kind === 'reply' ? ' answers="judge"' : ''}>${marked(move.text, move.quotes)}</speech>`,
      ];
    case 'concede':
      return [`<speech by="${move.seat}" concedes="yes">${asData(move.text)}</speech>`];
    case 'respond':
      return move.choice === 'ask' ? [tagged('judge_asks', move.text, { to: move.to.join(' and '), round })] : [];
    case 'belief':
    case 'verdict':
      return [];
  }
}

function marked(text: string, quotes: readonly CheckedQuote[] | undefined): string {
  return asData(quotes ? markQuotes(text, quotes) : text.replace(/<\s*quote\b[^>]*>/gi, '<quote>'));
}
