import { filled, isJudge, type Prompt } from '@moot/protocol';
import {
  isAskedSince,
  judgePrompt,
  lengthWords,
  marksWords,
  quotingWords,
  readConcession,
  roundOf,
  speakerPrompt,
  words as common,
  type ArguingAsked,
} from '@moot/protocol/arguing';
import { DEBATERS, type DebateSetup } from './setup.ts';
import * as words from './words.ts';

type DebateAsked = ArguingAsked<DebateSetup>;

/** What the model in a seat of a debate is asked: a debater for a speech or a question, a judge for a belief or a question. */
export function prompt(asked: DebateAsked): Prompt {
  return isJudge(asked.turn.seat) ? judgedPrompt(asked) : debaterPrompt(asked);
}

function debaterPrompt(asked: DebateAsked): Prompt {
  const { turn, brief } = asked;
  const own = turn.seat;
  const other = own === 'A' ? 'B' : 'A';
  const length = lengthWords(brief);
  const mayConcede = brief.concession === 'allowed' && turn.kind === 'speech';
  const system = filled(words.DEBATER, {
    own,
    other,
    length,
    given: words.GIVEN[givenTo(asked)],
    concede: mayConcede ? common.CONCEDE : '',
    quoting: quotingWords(brief, words.EXPOSE),
  });
  return speakerPrompt(asked, {
    system,
    request: filled(requestFor(asked), { own, other, length, round: roundOf(turn.at) }),
    against: other,
    ...(mayConcede && { read: readConcession }),
  });
}

function givenTo({ turn, brief }: DebateAsked): keyof typeof words.GIVEN {
  if (Object.keys(brief.sides ?? {}).length > 0) return 'assigned';
  if (turn.seat === 'B') return 'left';
  return turn.kind === 'choose' ? 'choosing' : 'chose';
}

function requestFor({ turn, brief, seen }: DebateAsked): string {
  if (turn.kind === 'ask') return words.ASK;
  if (turn.kind === 'reply') return turn.at.startsWith('round 1/cross') ? words.ANSWER : common.REPLY;
  const request = seen.some(({ kind }) => kind === 'speech') ? words.SPEAK_AGAIN : words.SPEAK_FIRST;
  return brief.answers === 'next-speech' && isAskedSince(seen, turn.seat) ? request + common.TAKE_UP : request;
}

function judgedPrompt(asked: DebateAsked): Prompt {
  const { brief } = asked;
  const isOpen = Object.keys(brief.sides ?? {}).length === 0;
  const system = filled(words.JUDGE, { marks: marksWords(brief), sides: words.SIDES[isOpen ? 'open' : 'assigned'] });
  return judgePrompt(asked, { system, stages: words.STAGES }, DEBATERS);
}
