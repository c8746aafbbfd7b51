import { filled, isJudge, type Prompt } from '@moot/protocol';
import {
  isAskedSince,
  judgePrompt,
  lengthWords,
  marksWords,
  quotingWords,
  roundOf,
  speakerPrompt,
  words as common,
  type ArguingAsked,
} from '@moot/protocol/arguing';
import { consultantsOf, type ConsultancySetup } from './setup.ts';
import * as words from './words.ts';

type ConsultancyAsked = ArguingAsked<ConsultancySetup>;

/** What the model in a seat of a consultancy is asked: a consultant for a speech, a judge for a belief or a question. */
export function prompt(asked: ConsultancyAsked): Prompt {
  return isJudge(asked.turn.seat) ? judgedPrompt(asked) : consultantPrompt(asked);
}

function consultantPrompt(asked: ConsultancyAsked): Prompt {
  const { turn, brief } = asked;
  const length = lengthWords(brief);
  const chosen = turn.kind === 'choose' ? 'choosing' : 'chose';
  return speakerPrompt(asked, {
    system: filled(words.CONSULTANT, {
      length,
      name: turn.seat === 'consultant' ? 'a consultant' : `consultant ${turn.seat}`,
      given: words.GIVEN[brief.form === 'open' ? chosen : 'assigned'],
      quoting: quotingWords(brief),
    }),
    request: filled(requestFor(asked), { length, round: roundOf(turn.at) }),
  });
}

function requestFor({ turn, brief, seen }: ConsultancyAsked): string {
  if (turn.kind === 'reply') return common.REPLY;
  if (brief.rounds?.max === 1) return words.SPEAK_ONCE;
  if (!seen.some(({ kind, seat }) => kind === 'speech' && seat === turn.seat)) return words.SPEAK_FIRST;
  const isToAnswer = brief.answers === 'next-speech' && isAskedSince(seen, turn.seat);
  return words.SPEAK_AGAIN + (isToAnswer ? common.TAKE_UP : '');
}

function judgedPrompt(asked: ConsultancyAsked): Prompt {
  const { form = 'assigned' } = asked.brief;
  const system = filled(words.JUDGE, { marks: marksWords(asked.brief), consultants: words.CONSULTANTS[form] });
  return judgePrompt(asked, { system, stages: words.STAGES }, consultantsOf({ form }));
}
