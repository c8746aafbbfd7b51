import { z } from 'zod';
import { beliefReply, beliefWords, listedAs } from '../asking.ts';
import type { How, Prompt, Reply } from '../prompt.ts';
import { filled, tagged } from '../wording.ts';
import type { ArguingSetup } from './setup.ts';
import { penaltyWords, questionText, sideOf, sidesText, type ArguingAsked } from './pieces.ts';
import { transcriptText } from './transcript-text.ts';
import * as words from './words.ts';

/** What a protocol says to a speaker: what it is to do at all, and in this turn. */
export interface ToSpeaker {
  readonly system: string;
  readonly request: string;
  /** The seat that argues against it and whose side it is told. */
  readonly against?: string;
  readonly read?: (text: string) => object;
}

/** What the model in a speaker's seat is asked: to speak, or first to choose its side. */
export function speakerPrompt<S extends ArguingSetup>(asked: ArguingAsked<S>, said: ToSpeaker): Prompt {
  const { turn, brief, seen } = asked;
  const { listed = [], source } = brief;
  const told = brief.instructions?.[turn.seat];
  const strategy = brief.attack?.strategy;
  const side = (tag: string, seat: string | undefined) => {
    const text = seat === undefined ? '' : sideOf(asked, seat);
    return text === '' ? [] : [tagged(tag, text)];
  };
  const given = [
    questionText(brief),
    ...side('your_side', turn.seat),
    ...side('opposing_side', said.against),
    ...(source === undefined ? [] : [tagged('source', source)]),
    ...(told === undefined ? [] : [tagged('instructions', told)]),
    ...(strategy === undefined ? [] : [tagged('strategy', strategy)]),
    transcriptText(seen),
  ].filter(Boolean);
  return {
    messages: [
      { role: 'system', content: said.system },
      {
        role: 'user',
        content: [...given, requestOf(turn.kind, said.request) + (strategy === undefined ? '' : words.STRATEGY)].join(
          '\n\n',
        ),
      },
    ],
    reply: replyOf(turn.kind, listed, said.read),
    mostTokens: 4000,
  };
}

function requestOf(kind: string, request: string): string {
  if (kind === 'choose') return words.CHOOSE;
  return kind === 'negotiate' ? words.NEGOTIATE : request;
}

function replyOf(kind: string, listed: readonly number[], read: ToSpeaker['read']): Reply {
  if (kind === 'choose') return { form: 'json', name: 'choice', schema: optionIn(listed) };
  if (kind === 'negotiate') return { form: 'json', name: 'negotiation', schema: z.object({ end: z.boolean() }) };
  return { form: 'text', ...(read && { read }) };
}

/** An option by its number in the list, as it is stored. */
function optionIn(listed: readonly number[]) {
  return z
    .object({ option: z.int().min(1).max(listed.length) })
    .transform(({ option }) => ({ option: listed[option - 1] ?? -1 }));
}

/** What a protocol says to a judge: what it is to do at all, and where things stand. */
export interface ToJudge {
  readonly system: string;
  readonly stages: Readonly<Record<'before' | 'during' | 'end', string>>;
}

/** What the model in a judge's seat is asked: a belief, a verdict, or whether it asks, goes on or ends it. */
export function judgePrompt<S extends ArguingSetup>(
  asked: ArguingAsked<S>,
  { system, stages }: ToJudge,
  speakers: readonly string[],
  how: How,
): Prompt {
  const { turn, brief, seen } = asked;
  const { choices = [] } = brief;
  const listed = listedAs(brief.listed ?? [], how);
  const given = [questionText(brief, listed), sidesText(asked), transcriptText(seen)].filter(Boolean);
  const messages = (...rest: readonly string[]) => [
    { role: 'system' as const, content: `${system}${penaltyWords(brief)}` },
    { role: 'user' as const, content: [...given, ...rest].join('\n\n') },
  ];
  if (turn.kind === 'respond')
    return {
      messages: messages(responseWords(asked, speakers)),
      reply: { form: 'json', name: 'response', schema: response(turn.choices ?? [], speakers) },
      mostTokens: 600,
    };
  const kind = turn.kind === 'belief' ? 'belief' : 'verdict';
  const stage = kind === 'verdict' ? 'end' : seen.some((move) => move.kind === 'speech') ? 'during' : 'before';
  return {
    messages: messages(stages[stage], beliefWords(listed, choices, kind, how)),
    reply: beliefReply(listed, kind, how),
    mostTokens: how.answer === 'number' ? 16 : 800,
  };
}

function responseWords<S extends ArguingSetup>({ turn, brief }: ArguingAsked<S>, speakers: readonly string[]): string {
  const choices = turn.choices ?? [];
  const later = brief.answers === 'next-speech' && choices.includes('ask') ? words.LATER : '';
  return filled(words.RESPOND, { choices: choices.join(', '), to: speakers[0] ?? '' }) + later;
}

/** A judge's question, or the wish to go on or to end; who is asked is named by seat. */
function response(choices: readonly string[], speakers: readonly string[]) {
  const plain = z.object({ choice: z.enum(['continue', 'end']) });
  const asking = z.object({
    choice: z.literal('ask'),
    to: z.array(z.enum(speakers)).min(1),
    text: z.string().trim().min(1),
  });
  return z.discriminatedUnion('choice', choices.includes('ask') ? [plain, asking] : [plain]);
}
