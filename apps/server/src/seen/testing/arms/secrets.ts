/** What happens in the further arms, in the order in which it does; from `again` on a transcript is judged by somebody new. */
export const MOMENTS = ['sealed', 'after', 'judged', 'again', 'first step', 'last step'] as const;
export type Moment = (typeof MOMENTS)[number];

export const ARMS = ['attacked', 'consultancy', 'double', 'timed'] as const;
export type Arm = (typeof ARMS)[number] | 'again';

/** Who looks; a judge is named by their arm. */
export type Who = 'researcher' | 'viewer' | 'nobody' | Arm;

/** A secret, and from when on it is for whom; for who is not named it is never. */
export interface Secret {
  readonly name: string;
  readonly pattern: RegExp;
  readonly from: Readonly<Partial<Record<Who, Moment>>>;
}

/** Probabilities that are nobody else's, for an arm and the so-many-th time that its judge is asked. */
export function beliefOf(arm: Arm, asked: number): number {
  return (200_037 + 1000 * (5 * [...ARMS, 'again'].indexOf(arm) + asked)) / 1e6;
}

export const reasonOf = (arm: Arm): string => `REASON-${arm}.`;

/** All secrets, but for those that only turn up when the runs have begun. */
export const SECRETS: readonly Secret[] = [
  { name: 'truth', pattern: /"truth":\s*\d/, from: { researcher: 'sealed' } },
  { name: 'arm name', pattern: /hidden-arm/, from: { researcher: 'sealed' } },
  { name: 'model name', pattern: /hidden-model|hidden-host/, from: { researcher: 'sealed' } },
  { name: 'strategy', pattern: /HIDDEN-STRATEGY/, from: { researcher: 'sealed' } },
  { name: 'thinking', pattern: /THOUGHT-/, from: { researcher: 'sealed' } },
  { name: 'source text', pattern: /HIDDEN-SOURCE-TEXT/, from: { researcher: 'sealed', timed: 'after' } },
  {
    name: 'question',
    pattern: /HOUSE-IN-QUESTION/,
    from: {
      ...{ researcher: 'sealed', viewer: 'sealed', attacked: 'sealed', consultancy: 'sealed', double: 'sealed' },
      // Their clock is started only then.
      timed: 'after',
      again: 'again',
    },
  },
  ...['A', 'B'].flatMap((seat): readonly Secret[] => [
    {
      name: `opening of ${seat}`,
      pattern: new RegExp(`SAID-attacked-${seat}-1`),
      from: { researcher: 'sealed', viewer: 'after', attacked: 'after', again: 'first step' },
    },
    {
      name: `second speech of ${seat}`,
      pattern: new RegExp(`SAID-attacked-${seat}-2`),
      from: { researcher: 'after', viewer: 'after', attacked: 'after', again: 'last step' },
    },
    {
      name: `advice of ${seat}`,
      pattern: new RegExp(`SAID-double-${seat}`),
      from: { researcher: 'sealed', viewer: 'after', double: 'after' },
    },
  ]),
  // Nobody else speaks, so there is nothing to wait for.
  {
    name: 'advice as it is spoken',
    pattern: /SAID-consultancy/,
    from: { researcher: 'sealed', viewer: 'sealed', consultancy: 'sealed' },
  },
  {
    name: 'end of the advice',
    pattern: /REST-consultancy/,
    from: { researcher: 'after', viewer: 'after', consultancy: 'after' },
  },
  ...ARMS.filter((arm) => arm !== 'timed').flatMap((arm) => [
    own('belief before', arm, 0, 'sealed'),
    own('belief after', arm, 1, 'after'),
  ]),
  ...ARMS.flatMap((arm) => judged(arm, 'judged')),
  own('second belief after', 'attacked', 2, 'after'),
  own('belief before', 'again', 0, 'first step'),
  own('belief on the way', 'again', 1, 'first step'),
  own('last belief', 'again', 2, 'last step'),
  ...judged('again', 'last step'),
];

/** What a judge believes is theirs and the researcher's: whoever judges the transcript anew sees nothing of it. */
function own(name: string, arm: Arm, asked: number, from: Moment): Secret {
  const pattern = new RegExp(String(beliefOf(arm, asked)));
  return { name: `${name} of ${arm}`, pattern, from: { researcher: from, [arm]: from } };
}

function judged(arm: Arm, from: Moment): readonly Secret[] {
  const reason: Secret = {
    name: `reason of ${arm}`,
    pattern: new RegExp(reasonOf(arm)),
    from: { researcher: from, [arm]: from },
  };
  return [own('verdict', arm, 4, from), reason];
}
