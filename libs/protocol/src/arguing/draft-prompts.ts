import { beliefReply, beliefWords, listedAs, listedOptions } from '../asking.ts';
import type { Drafted } from '../drafting.ts';
import type { How, Prompt } from '../prompt.ts';
import { bareQuoteTags } from '../quotes.ts';
import { asData, filled, tagged } from '../wording.ts';
import type { ArguingMove } from './moves.ts';
import { questionText, sideOf } from './pieces.ts';
import type { ArguingSetup } from './setup.ts';
import { transcriptText } from './transcript-text.ts';
import * as words from './draft-words.ts';

type DraftOf<S extends ArguingSetup> = Drafted<S, ArguingMove>;

/** What a critic is asked of a draft, knowing all that its maker knows. */
export function critiquePrompt<S extends ArguingSetup>(drafted: DraftOf<S>): Prompt {
  return {
    messages: [
      { role: 'system', content: filled(words.CRITIC, { seat: drafted.turn.seat }) },
      { role: 'user', content: [...givenTo(drafted), words.CRITICISE].join('\n\n') },
    ],
    reply: { form: 'text' },
    mostTokens: 1000,
  };
}

/** Whether a critique would help, as a question with two answers. */
export function helpfulPrompt<S extends ArguingSetup>(drafted: DraftOf<S>, critique: string, how: How): Prompt {
  const listed = listedAs([0, 1], how);
  const { brief } = drafted;
  const given = [
    tagged('about', brief.question ?? ''),
    tagged('argued_for', sideOf(drafted, drafted.turn.seat)),
    draftText(drafted),
    tagged('critique', critique),
    tagged('question', words.HELPS),
    listedOptions(words.ANSWERS, listed),
  ];
  return {
    messages: [
      { role: 'system', content: words.RATER },
      { role: 'user', content: [...given, beliefWords(listed, listed, 'belief', how)].join('\n\n') },
    ],
    reply: beliefReply(listed, 'belief', how),
    mostTokens: how.answer === 'number' ? 16 : 400,
  };
}

/** What the maker of a draft is asked who has a critique of it: what it was asked first, and to do it again. */
export function revisionPrompt<S extends ArguingSetup>(first: Prompt, drafted: DraftOf<S>, critique: string): Prompt {
  const last = first.messages.at(-1);
  if (!last) throw new Error('a prompt has no message');
  const content = [last.content, draftText(drafted), tagged('critique', critique), words.REVISE].join('\n\n');
  return { ...first, messages: [...first.messages.slice(0, -1), { ...last, content }] };
}

function givenTo<S extends ArguingSetup>(drafted: DraftOf<S>): readonly string[] {
  const { brief, turn, seen } = drafted;
  return [
    questionText(brief),
    tagged('your_side', sideOf(drafted, turn.seat)),
    ...(brief.source === undefined ? [] : [tagged('source', brief.source)]),
    transcriptText(seen),
    draftText(drafted),
  ].filter(Boolean);
}

function draftText<S extends ArguingSetup>({ draft }: DraftOf<S>): string {
  const text = 'text' in draft ? draft.text : '';
  return `<draft>${asData(bareQuoteTags(text))}</draft>`;
}
