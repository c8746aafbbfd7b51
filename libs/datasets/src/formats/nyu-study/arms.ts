import type { PublishedArm, Sitter } from '@moot/experiment';
import type { Listed } from '@moot/protocol';
import { protocols } from '@moot/protocols';
import type { Room } from './room.ts';
import { MODEL } from './transcript.ts';

/** The condition of a room: two debaters or one consultant, people or a model. */
export function armOf({ setting: { isHuman, isDebate } }: Room): PublishedArm {
  const { name, version } = protocolOf(isDebate);
  const speaker: Sitter = isHuman ? { kind: 'person' } : { kind: 'model', model: MODEL };
  return {
    name: `${isHuman ? 'human' : 'AI'} ${name}`,
    protocol: name,
    version,
    options: isDebate ? DEBATE : CONSULTANCY,
    seats: { [isDebate ? 'debater' : 'consultant']: speaker, judge: { kind: 'person' } },
  };
}

/** What was chosen for a room: that of its arm, with the limits of its own rules. */
export function optionsOf({ setting, rules }: Room): object {
  const { quoted, characters, ...chosen } = setting.isDebate ? DEBATE : CONSULTANCY;
  const { charLimit = characters.max, quoteLimit = quoted.max } = speechLimits(rules);
  return {
    ...chosen,
    characters: { max: charLimit },
    ...(quoteLimit !== null && { quoted: { max: quoteLimit } }),
    penalty: rules.scoringFunction.LogScoreWithLinearPenalty.perTurnPenalty,
  };
}

export function protocolOf(isDebate: boolean): Listed {
  const name = isDebate ? 'debate' : 'consultancy';
  const listed = protocols.find((each) => each.name === name);
  if (!listed) throw new Error(`the study was held by the protocol ${name}, which is not listed`);
  return listed;
}

function speechLimits({ fixedOpening, repeatingStructure }: Room['rules']) {
  const [limits] = [...fixedOpening, ...repeatingStructure].flatMap((ruled) =>
    Object.entries(ruled).flatMap(([kind, each]) => (kind.endsWith('SpeechesRound') ? [each] : [])),
  );
  return limits ?? {};
}

/** The judges ended it when they liked, and lost a little for each round. */
const COMMON = {
  rounds: { min: 1, max: 1000 },
  quotes: 'marked',
  beliefs: 'each-round',
  questions: 1,
  answers: 'next-speech',
  penalty: 0.05,
} as const;
const DEBATE = {
  ...COMMON,
  order: 'simultaneous-openings',
  reveal: 'together',
  characters: { max: 750 },
  quoted: { max: 250 },
} as const;
const CONSULTANCY = {
  ...COMMON,
  form: 'assigned',
  characters: { max: 1500 },
  quoted: { max: 500 },
} as const;
