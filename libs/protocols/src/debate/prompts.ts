import {
  beliefReply,
  beliefWords,
  filled,
  isJudge,
  listedOptions,
  tagged,
  type Asked,
  type Prompt,
} from '@moot/protocol';
import { z } from 'zod';
import { roundOf, transcriptText } from './prompt-transcript.ts';
import type { Debater, DebateMove, DebateSetup } from './setup.ts';
import { DEBATERS } from './setup.ts';
import * as words from './prompt-words.ts';
import type { DebateTurn } from './rules.ts';

type DebateAsked = Asked<DebateSetup, DebateMove, DebateTurn>;

/** What the model in a seat of a debate is asked: a debater for a speech, a judge for a belief or a question. */
export function prompt(asked: DebateAsked): Prompt {
  return isJudge(asked.turn.seat) ? judgePrompt(asked) : debaterPrompt(asked);
}

function debaterPrompt(asked: DebateAsked): Prompt {
  const { turn, brief } = asked;
  const own = DEBATERS.find((each) => each === turn.seat) ?? 'A';
  const other = own === 'A' ? 'B' : 'A';
  const told = brief.instructions?.[own];
  const system = filled(words.DEBATER, { own, other, quoting: quoting(brief), length: lengthWords(brief) });
  const sides = [tagged('your_side', sideOf(brief, own)), tagged('opposing_side', sideOf(brief, other))];
  const source = brief.source === undefined ? [] : [tagged('source', brief.source)];
  const instructions = told === undefined ? [] : [tagged('instructions', told)];
  const given = [questionText(brief), ...sides, ...source, ...instructions, transcriptText(asked.seen)].filter(Boolean);
  return {
    messages: [
      { role: 'system', content: system },
      {
        role: 'user',
        content: [
          ...given,
          filled(requestFor(asked), { own, other, round: roundOf(turn.at), length: lengthWords(brief) }),
        ].join('\n\n'),
      },
    ],
    reply: { form: 'text' },
    mostTokens: 4000,
  };
}

function requestFor({ turn, seen }: DebateAsked): string {
  if (turn.kind === 'reply') return words.REPLY;
  return seen.some(({ kind }) => kind === 'speech') ? words.SPEAK_AGAIN : words.SPEAK_FIRST;
}

function judgePrompt(asked: DebateAsked): Prompt {
  const { turn, brief, seen } = asked;
  const { listed = [], choices = [] } = brief;
  const given = [questionText(brief), sidesText(brief), transcriptText(seen)].filter(Boolean);
  const system = {
    role: 'system' as const,
    content: filled(words.JUDGE, { marks: brief.quotes === 'marked' ? words.MARKS : '' }),
  };
  if (turn.kind === 'respond') {
    const content = [...given, filled(words.RESPOND, { choices: (turn.choices ?? []).join(', ') })].join('\n\n');
    return {
      messages: [system, { role: 'user', content }],
      reply: { form: 'json', name: 'response', schema: response(turn.choices ?? []) },
      mostTokens: 600,
    };
  }
  const kind = turn.kind === 'belief' ? 'belief' : 'verdict';
  const content = [...given, words.BELIEF[stageOf(asked)], beliefWords(listed, choices, kind)].join('\n\n');
  return { messages: [system, { role: 'user', content }], reply: beliefReply(listed, kind), mostTokens: 800 };
}

function stageOf({ turn, seen }: DebateAsked): keyof typeof words.BELIEF {
  if (turn.kind === 'verdict') return 'end';
  return seen.some(({ kind }) => kind === 'speech') ? 'during' : 'before';
}

/** A judge's question, or the wish to go on or to end; who is asked is named by letter. */
function response(choices: readonly string[]) {
  const plain = z.object({ choice: z.enum(['continue', 'end']) });
  const asking = z.object({
    choice: z.literal('ask'),
    to: z.array(z.enum(DEBATERS)).min(1),
    text: z.string().trim().min(1),
  });
  return z.discriminatedUnion('choice', choices.includes('ask') ? [plain, asking] : [plain]);
}

function questionText({ question = '', options = [], listed = [] }: Partial<DebateSetup>): string {
  return [tagged('question', question), listedOptions(options, listed)].join('\n');
}

function sidesText(brief: Partial<DebateSetup>): string {
  return [
    '<sides>',
    ...DEBATERS.map((debater) => tagged('side', sideOf(brief, debater), { debater })),
    '</sides>',
  ].join('\n');
}

function sideOf({ options = [], sides }: Partial<DebateSetup>, debater: Debater): string {
  return options[sides?.[debater] ?? -1] ?? '';
}

function quoting({ quotes, source }: Partial<DebateSetup>): string {
  return source === undefined || quotes === 'none' ? words.NO_QUOTES : words.QUOTES;
}

/** The budget in words: what is asked, and what is enforced. */
function lengthWords({ length }: Partial<DebateSetup>): string {
  if (!length) return 'of a length that suits it';
  const { unit, ask, min, max } = length;
  const about = ask === undefined ? '' : `about ${ask} ${unit}`;
  const within =
    min !== undefined && max !== undefined
      ? `between ${min} and ${max} ${unit}`
      : max !== undefined
        ? `at most ${max} ${unit}`
        : min !== undefined
          ? `at least ${min} ${unit}`
          : '';
  return [about, within].filter(Boolean).join(', ') || 'of a length that suits it';
}
