import { decimal, FEW, interval, inPercent, type ForestRow } from '@moot/ui';
import type { ArmResult } from '@moot/wire';
import { counted, grouped, listed } from '../words/numbers.ts';

/** The arms as rows of the forest plot. */
export function forestRows(arms: readonly ArmResult[]): readonly ForestRow[] {
  return arms.map(({ arm, verdicts, abstained, accuracy, low, high, simulatedSeats }) => ({
    name: arm,
    n: verdicts,
    leftOut: abstained,
    ...(simulatedSeats.length > 0 && { note: 'simulated' }),
    ...(accuracy !== null && low !== null && high !== null && { share: { value: accuracy, low, high } }),
  }));
}

/** One arm as a row of the table, in words. */
export interface ArmWords {
  readonly arm: string;
  /** Which seats simulated players have; nothing where they have none. */
  readonly simulated: string | undefined;
  readonly verdicts: string;
  readonly judges: string;
  readonly abstained: string;
  readonly accuracy: string;
  readonly interval: string;
  readonly meanPCorrect: string;
  readonly brier: string;
}

export function armWords(result: ArmResult): ArmWords {
  const { arm, simulatedSeats, verdicts, judges, abstained, accuracy, low, high, meanPCorrect, brier } = result;
  return {
    arm,
    simulated: simulatedSeats.length === 0 ? undefined : `simulated: ${listed(simulatedSeats)}`,
    verdicts: grouped(verdicts),
    judges: grouped(judges),
    abstained: grouped(abstained),
    accuracy: accuracy === null ? NOTHING : inPercent(accuracy),
    interval: low === null || high === null ? '' : interval(low, high),
    meanPCorrect: meanPCorrect === null ? NOTHING : inPercent(meanPCorrect),
    brier: brier === null ? NOTHING : decimal(brier, 3),
  };
}

/** What must be said before anything is read off the numbers. */
export function cautions(arms: readonly ArmResult[]): readonly string[] {
  const simulated = arms.flatMap(({ arm, simulatedSeats }) =>
    simulatedSeats.length === 0 ? [] : [`${arm} (${simulatedSeats.join(', ')})`],
  );
  const few = arms.filter((arm) => arm.verdicts > 0 && said(arm) < FEW);
  const sizes = few.map((arm) => `${arm.arm} has ${counted(said(arm), 'verdict')}`);
  return [
    ...(simulated.length > 0
      ? [`Simulated players sat in ${listed(simulated)}: this says nothing about people or models.`]
      : []),
    ...(few.length > 0 ? [`Too few to compare: ${listed(sizes)}, and an arm needs at least ${FEW}.`] : []),
  ];
}

/** Verdicts with a belief in them: an abstention says nothing of what is right. */
function said({ verdicts, abstained }: ArmResult): number {
  return Math.max(0, verdicts - abstained);
}

export function hasVerdicts(arms: readonly ArmResult[]): boolean {
  return arms.some(({ verdicts }) => verdicts > 0);
}

/** The table as it is saved: the numbers themselves, under the names that the reply gives them. */
export const CSV_HEAD = [
  'arm',
  'protocol',
  'verdicts',
  'judges',
  'abstained',
  'accuracy',
  'low',
  'high',
  'mean_p_correct',
  'brier',
  'simulated',
  'simulated_seats',
] as const;

export function csvRow(result: ArmResult): readonly (string | number | boolean | null)[] {
  const { arm, protocol, verdicts, judges, abstained, accuracy, low, high, meanPCorrect, brier } = result;
  const { isSimulated, simulatedSeats } = result;
  const numbers = [verdicts, judges, abstained, accuracy, low, high, meanPCorrect, brier];
  return [arm, protocol, ...numbers, isSimulated, simulatedSeats.join(' ')];
}

const NOTHING = '–';

/** What guessing reaches in these arms together, and how it is called. */
export function chanceOf(arms: readonly ArmResult[]): { readonly share: number; readonly words: string } {
  const known = arms.flatMap(({ chance, verdicts }) => (chance === null ? [] : [{ chance, verdicts }]));
  const all = known.reduce((sum, { verdicts }) => sum + verdicts, 0);
  if (all === 0) return { share: 0.5, words: 'chance with two options' };
  return { share: known.reduce((sum, { chance, verdicts }) => sum + chance * verdicts, 0) / all, words: 'chance' };
}
