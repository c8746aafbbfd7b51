import { filled, isJudge, type Prompt } from '@moot/protocol';
import {
  judgePrompt,
  lengthWords,
  marksWords,
  quotingWords,
  readStance,
  speakerPrompt,
  type ArguingAsked,
} from '@moot/protocol/arguing';
import { ARGUING, type ProposalSetup } from './setup.ts';
import * as words from './words.ts';

type ProposalAsked = ArguingAsked<ProposalSetup>;

/** What the model in a seat is asked: the proposer and the critic for a speech, a judge for a belief. */
export function prompt(asked: ProposalAsked): Prompt {
  if (isJudge(asked.turn.seat)) return judgedPrompt(asked);
  return asked.turn.seat === 'proposer' ? proposerPrompt(asked) : criticPrompt(asked);
}

function proposerPrompt(asked: ProposalAsked): Prompt {
  const { turn, brief } = asked;
  const chosen = turn.kind === 'choose' ? 'choosing' : 'chose';
  const given = words.GIVEN[isOpen(asked) ? chosen : 'assigned'];
  const length = lengthWords(brief);
  return speakerPrompt(asked, {
    system: filled(words.PROPOSER, { given, length, quoting: quotingWords(brief) }),
    request: filled(requestFor(asked), { length }),
    against: 'critic',
  });
}

function criticPrompt(asked: ProposalAsked): Prompt {
  const { turn, brief } = asked;
  const { critic = 'forced' } = brief;
  const length = lengthWords(brief);
  const isFree = critic === 'free' && turn.at === 'critique';
  return speakerPrompt(asked, {
    system: filled(words.CRITIC, { task: words.TASKS[critic], length, quoting: quotingWords(brief) }),
    request: filled(requestFor(asked), { length }) + (isFree ? words.STANCE : ''),
    against: 'proposer',
    ...(isFree && { read: readStance }),
  });
}

function isOpen({ brief }: ProposalAsked): boolean {
  return Object.keys(brief.sides ?? {}).length === 0;
}

function requestFor({ turn }: ProposalAsked): string {
  if (turn.at.startsWith('defence')) return words.REQUESTS.defence;
  if (turn.at.startsWith('rebuttal')) return words.REQUESTS.rebuttal;
  return turn.at === 'critique' ? words.REQUESTS.critique : words.REQUESTS.proposal;
}

function judgedPrompt(asked: ProposalAsked): Prompt {
  const { brief } = asked;
  const system = filled(words.JUDGE, {
    marks: marksWords(brief),
    proposer: words.PROPOSERS[isOpen(asked) ? 'open' : 'assigned'],
    critic: words.CRITICS[brief.critic ?? 'forced'],
  });
  return judgePrompt(asked, { system, stages: words.STAGES }, ARGUING);
}
