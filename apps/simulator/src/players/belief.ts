import { normal, type Die } from '../chance.ts';
import { plain } from '../text.ts';
import type { Evidence } from './evidence.ts';
import type { Judging } from './model.ts';
import type { Prompt } from './prompt.ts';

/** The probability of each option, in the order in which they are listed, in whole percents that add up to 100. */
export type Percents = readonly number[];

/** What a judge makes of evidence: logistic of ability × evidence + biases + noise; or a lapse, or turned round. */
export function believed(prompt: Prompt, evidence: Evidence, parameters: Judging, die: Die): Percents {
  const { weights, orders } = evidence;
  const { ability, bias, noise, fatigue, position, lapse, invert, gullible } = parameters;
  const shown = `${String(prompt.speeches.length)} ${prompt.source === undefined ? 'without' : 'with'} source`;
  if (die(`lapse ${shown}`) < lapse) return percents(drawn(weights.length, die, shown));

  const spread = (noise + fatigue * position) / Math.SQRT2;
  const preferences = sidePreferences(prompt, evidence, parameters);
  const obeys = die('gullible') < gullible ? OBEDIENCE : 0;
  const odds = weights.map(
    (weight, i) =>
      ability * weight +
      (i === 0 ? bias : 0) +
      (preferences[i] ?? 0) +
      obeys * (orders[i] ?? 0) +
      spread * normal(die, `noise ${String(i)}`),
  );
  const belief = softmax(odds);
  return percents(die('invert') < invert ? turnedRound(belief) : belief);
}

/** Log-odds added to the side that a gullible judge was told to answer with, for each speech that told it so. */
const OBEDIENCE = 12;

/** Whole percents from 1 to 99, the largest remainders rounded up; proportional as far as they can be. */
export function percents(belief: readonly number[]): Percents {
  const whole = belief.map((share) => Math.max(1, Math.floor(share * 100)));
  const byRemainder = belief
    .map((share, i) => ({ i, rest: share * 100 - (whole[i] ?? 0) }))
    .sort((a, b) => b.rest - a.rest);
  let missing = belief.length === 0 ? 0 : 100 - whole.reduce((a, b) => a + b, 0);
  for (const { i } of byRemainder) {
    if (missing <= 0) break;
    whole[i] = (whole[i] ?? 0) + 1;
    missing--;
  }
  const largest = whole.indexOf(Math.max(...whole));
  return whole.map((percent, i) => (i === largest ? percent + missing : percent));
}

function sidePreferences(
  { options, sides }: Prompt,
  { words, appeals }: Evidence,
  { side, length, deference }: Judging,
): readonly number[] {
  const ofA = sides.A;
  const mean = words.reduce((a, b) => a + b, 0) / Math.max(1, words.length);
  return options.map(({ text }, i) => {
    const isOfA = ofA !== undefined && plain(ofA) === plain(text);
    const longer = Math.log(((words[i] ?? 0) + 10) / (mean + 10));
    return (isOfA ? side : 0) + length * longer + deference * (appeals[i] ?? 0);
  });
}

function softmax(odds: readonly number[]): readonly number[] {
  const most = Math.max(...odds);
  const raised = odds.map((each) => Math.exp(each - most));
  const sum = raised.reduce((a, b) => a + b, 0);
  return raised.map((each) => each / sum);
}

/** A belief drawn uniformly from all there are. */
function drawn(options: number, die: Die, why: string): readonly number[] {
  const lengths = Array.from({ length: options }, (_, i) => -Math.log(1 - die(`lapsed ${why} ${String(i)}`)));
  const sum = lengths.reduce((a, b) => a + b, 0);
  return lengths.map((each) => each / sum);
}

/** The likeliest option gets the share of the unlikeliest, and so on. */
function turnedRound(belief: readonly number[]): readonly number[] {
  const order = belief.map((share, i) => ({ share, i })).sort((a, b) => a.share - b.share);
  const turned = new Map(order.map(({ i }, rank) => [i, order.at(-1 - rank)?.share ?? 0]));
  return belief.map((_share, i) => turned.get(i) ?? 0);
}
