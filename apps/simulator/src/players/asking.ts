import { wordsOf } from '../text.ts';
import type { Prompt, Speech } from './prompt.ts';

/** A question about something said, for whom it was said by: its last quote, or else its first words. */
export function questionAbout(prompt: Prompt, { by, quotes, text }: Speech): string {
  const said = quotes.at(-1)?.text ?? text;
  const part = wordsOf(said.replace(/[<>“”"]/g, ''))
    .slice(0, MOST_WORDS)
    .join(' ');
  const side = prompt.sides[by] ?? prompt.opposing;
  const answer = side === undefined ? 'your answer' : `“${wordsOf(side).slice(0, MOST_WORDS).join(' ')}”`;
  return `You say “${part}”. What there shows that ${answer} is right, and which words of the text could speak against it?`;
}

/** So that a question with both stays well within 60 words. */
const MOST_WORDS = 15;

/** What a judge asks next, and whom: about the last speech with a quote of the least credit. Nothing, if nothing has been said since its last question. */
export function judgeQuestion(prompt: Prompt): { readonly to: readonly string[]; readonly text: string } | undefined {
  const rounds = new Set(prompt.speeches.map(({ round }) => round)).size;
  if (prompt.asked.length >= rounds) return undefined;
  const latest = prompt.speeches.filter(({ round, isConcession }) => !isConcession && round === lastRound(prompt));
  const doubtful = latest.find(({ quotes }) => quotes.some(({ status }) => status === 'absent' || status === 'near'));
  const speech = doubtful ?? latest.at(-1);
  return speech && { to: [speech.by], text: questionAbout(prompt, speech) };
}

function lastRound({ speeches }: Prompt): number {
  return Math.max(0, ...speeches.map(({ round }) => round));
}
