import {
  beliefReply,
  beliefWords,
  filled,
  isJudge,
  listedOptions,
  tagged,
  type Asked,
  type Prompt,
  type Reply,
} from '@moot/protocol';
import { z } from 'zod';
import { pairLength } from './checked.ts';
import { keyAt, opponentOf, pairOn, type ClaimKey } from './keys.ts';
import { transcriptText } from './prompt-transcript.ts';
import * as words from './prompt-words.ts';
import { DEBATERS, NEXT, type ClaimsMove, type ClaimsSetup, type Debater } from './setup.ts';

type ClaimsAsked = Asked<ClaimsSetup, ClaimsMove>;

/** What the model in a seat is asked: a debater for a claim, a pair or an answer, a judge for a belief. */
export function prompt(asked: ClaimsAsked): Prompt {
  return isJudge(asked.turn.seat) ? judgePrompt(asked) : debaterPrompt(asked);
}

function debaterPrompt(asked: ClaimsAsked): Prompt {
  const { turn, brief, seen } = asked;
  const own = DEBATERS.find((each) => each === turn.seat) ?? 'A';
  const told = brief.instructions?.[own];
  const isQuoting = brief.source !== undefined && brief.quotes !== 'none';
  const quoting = isQuoting ? words.QUOTES : words.NO_QUOTES;
  const given = [
    questionText(brief),
    tagged('your_side', sideOf(brief, own)),
    tagged('opposing_side', sideOf(brief, opponentOf(own))),
    brief.source === undefined ? '' : tagged('source', brief.source),
    told === undefined ? '' : tagged('instructions', told),
    transcriptText(seen),
  ].filter(Boolean);
  const { request, reply } = requested(asked, own);
  return {
    messages: [
      { role: 'system', content: filled(words.DEBATER, { own, other: opponentOf(own), quoting }) },
      { role: 'user', content: [...given, request].join('\n\n') },
    ],
    reply,
    mostTokens: 4000,
  };
}

function requested(asked: ClaimsAsked, own: Debater): { readonly request: string; readonly reply: Reply } {
  const { turn, brief } = asked;
  if (turn.kind === 'claim')
    return {
      request: filled(words.OPEN, { characters: brief.opening?.characters ?? 0 }),
      reply: { form: 'text' },
    };
  if (turn.kind === 'rebut') return { request: rebuttalText(asked, own), reply: PAIR };
  const [first, second] = pairOn(keyAt(turn.at));
  return { request: filled(words.ANSWER, { other: opponentOf(own), first, second }), reply: ANSWER };
}

/** What a rebuttal is about, and how long it may be. */
function rebuttalText({ turn, brief, seen }: ClaimsAsked, own: Debater): string {
  const on = keyAt(turn.at);
  const other = opponentOf(own);
  const parent = on.replace(/\/link$/, '');
  const [first, second] = pairOn(parent);
  const about = on === parent ? 'claim' : 'link';
  const pair = brief.pair ?? { characters: 0, balance: 0 };
  const { min, max, other: count } = pairLength(pair, { seat: own, at: turn.at }, seen);
  const isHeld = min !== undefined && count !== undefined;
  const length = isHeld ? filled(words.LENGTH.held, { min, max, other, count }) : filled(words.LENGTH.free, { max });
  return `${filled(words.REBUT[about], { on, other, first, second, parent: parentWords(parent) })}${length}\n\n${words.PAIR_FORM}`;
}

/** A link is about a claim, or about what another pair leaves out. */
function parentWords(parent: ClaimKey): string {
  return parent.endsWith('/link') ? `what was said on ${parent}` : `claim ${parent}`;
}

const claim = z.string().trim().min(1);

const PAIR: Reply = {
  form: 'json',
  name: 'rebuttal',
  schema: z
    .object({ claims: z.array(claim).length(2) })
    .transform(({ claims }) => ({ claims: claims.map((text) => ({ text })) })),
};

const ANSWER: Reply = {
  form: 'json',
  name: 'answer',
  schema: z.object({ answers: z.array(z.enum(['agree', 'object'])).length(2), next: z.enum(NEXT) }),
};

function judgePrompt({ turn, brief, seen }: ClaimsAsked): Prompt {
  const { listed = [], choices = [] } = brief;
  const kind = turn.kind === 'belief' ? 'belief' : 'verdict';
  const stage = kind === 'verdict' ? 'end' : seen.some((move) => move.kind === 'claim') ? 'during' : 'before';
  const given = [questionText(brief), sidesText(brief), transcriptText(seen)].filter(Boolean);
  return {
    messages: [
      { role: 'system', content: filled(words.JUDGE, { marks: brief.quotes === 'marked' ? words.MARKS : '' }) },
      { role: 'user', content: [...given, words.BELIEF[stage], beliefWords(listed, choices, kind)].join('\n\n') },
    ],
    reply: beliefReply(listed, kind),
    mostTokens: 800,
  };
}

function questionText({ question = '', options = [], listed = [] }: Partial<ClaimsSetup>): string {
  return [tagged('question', question), listedOptions(options, listed)].join('\n');
}

function sidesText(brief: Partial<ClaimsSetup>): string {
  const sides = DEBATERS.map((debater) => tagged('side', sideOf(brief, debater), { debater }));
  return ['<sides>', ...sides, '</sides>'].join('\n');
}

function sideOf({ options = [], sides }: Partial<ClaimsSetup>, debater: Debater): string {
  return options[sides?.[debater] ?? -1] ?? '';
}
