import { dieOf, shuffled } from '../chance.ts';
import type { Key } from '../key.ts';

/** A made-up text with a question about it, and its truth. */
export interface Case {
  readonly source: string;
  readonly question: string;
  /** In the order in which they are listed. */
  readonly options: readonly [string, string];
  readonly truth: 0 | 1;
}

const NAMES = ['Orla', 'Teck', 'Bram', 'Ilse', 'Vano', 'Ruth', 'Kei', 'Dunn'];
const THINGS = ['a lantern', 'a drum', 'a kettle', 'a ladder', 'a mirror', 'a saw', 'a rope', 'a basket'];
const PLACES = [
  'the mill',
  'the harbour',
  'the chapel',
  'the quarry',
  'the orchard',
  'the bridge',
  'the inn',
  'the well',
];

/** Who carried what to where, told in a few paragraphs; the two options are things that are both in the text. */
export function caseOf(seed: number): Case {
  const die = dieOf('case', seed);
  const things = shuffled(THINGS, die, 'things');
  const places = shuffled(PLACES, die, 'places');
  const paragraphs = shuffled(NAMES, die, 'names').map((name, i) => {
    const [thing = '', place = ''] = [things[i], places[i]];
    return `On that morning ${name} took ${thing} and walked to ${place} before anybody else was awake. Nobody had asked for it, but the road was dry and ${name} liked to be early. At ${place} there was an old man who looked at ${thing} for a long while. “You will want it back,” he said, and ${name} only laughed at him.`;
  });
  const asked = Math.floor(die('asked') * NAMES.length);
  const name = shuffled(NAMES, die, 'names')[asked] ?? '';
  const truth = die('truth') < 0.5 ? 0 : 1;
  const right = things[asked] ?? '';
  const wrong = things[(asked + 1 + Math.floor(die('wrong') * 6)) % things.length] ?? '';
  return {
    source: paragraphs.join('\n\n'),
    question: `Case ${seed}: what did ${name} take to ${places[asked] ?? ''}?`,
    options: truth === 0 ? [right, wrong] : [wrong, right],
    truth,
  };
}

/** A key that knows the truth of every case that can be made. */
export const KEY: Key = {
  size: Number.POSITIVE_INFINITY,
  truthOf(text) {
    const number = /^Case (\d+)/.exec(text)?.[1];
    return number === undefined ? undefined : caseOf(Number(number)).truth;
  },
};

export const NO_KEY: Key = { size: 0, truthOf: () => undefined };
