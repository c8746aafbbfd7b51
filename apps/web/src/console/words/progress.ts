import type { ExperimentPage, ListedExperiment } from '@moot/wire';
import { counted, dollars, grouped, listed } from './numbers.ts';

/** How far an experiment is, in words: "31 of 63 ended, 2 failed". */
export function progressWords({ runs, ended, failed }: Counts): string {
  if (runs === 0) return 'No runs';
  if (ended === runs) return runs === 1 ? 'The run has ended' : `All ${grouped(runs)} ended`;
  const failures = failed > 0 ? `, ${grouped(failed)} failed` : '';
  return `${grouped(ended)} of ${grouped(runs)} ended${failures}`;
}

/** The same as parts of a bar, in the order in which they are drawn; parts that are nought are left out. */
export function progressParts({ runs, ended, failed, running }: Counts): readonly Part[] {
  const parts: readonly Part[] = [
    { kind: 'ended', runs: ended },
    { kind: 'failed', runs: failed },
    { kind: 'running', runs: running },
    { kind: 'waiting', runs: Math.max(0, runs - ended - failed - running) },
  ];
  return parts.filter((part) => part.runs > 0);
}

/** Whether anything may still change by itself. */
export function isUnderWay({ runs, ended, failed }: Counts): boolean {
  return ended + failed < runs;
}

/** What is going on now, for the head of the experiment's page. */
export function standingWords(counts: ListedExperiment): string {
  const now = [
    ...(counts.running > 0 ? [`${counted(counts.running, 'run')} under way`] : []),
    ...(counts.waiting > 0 ? [`${grouped(counts.waiting)} waiting`] : []),
    ...(counts.failed > 0 ? [`${grouped(counts.failed)} failed`] : []),
  ];
  const rest = now.length === 0 ? '' : ` ${sentence(listed(now))}`;
  return `${progressWords({ ...counts, failed: 0 })}.${rest}`;
}

/** Spend against its cap, one sentence for money and one for calls. */
export function spendWords({ spent, caps }: Pick<ExperimentPage, 'spent' | 'caps'>): readonly SpendWords[] {
  return [
    {
      name: 'Calls',
      words:
        caps.calls === null ? `${grouped(spent.calls)}, no cap` : `${grouped(spent.calls)} of ${grouped(caps.calls)}`,
      share: share(spent.calls, caps.calls),
    },
    {
      name: 'Cost',
      words: caps.usd === null ? `${dollars(spent.usd)}, no cap` : `${dollars(spent.usd)} of ${dollars(caps.usd)}`,
      share: share(spent.usd, caps.usd),
    },
  ];
}

export type Counts = Pick<ListedExperiment, 'runs' | 'ended' | 'failed' | 'running'>;
export interface Part {
  readonly kind: 'ended' | 'failed' | 'running' | 'waiting';
  readonly runs: number;
}
export interface SpendWords {
  readonly name: string;
  readonly words: string;
  /** Of the cap, from 0 to 1; absent without a cap. */
  readonly share: number | undefined;
}

function share(spent: number, cap: number | null): number | undefined {
  if (cap === null) return undefined;
  return cap === 0 ? 1 : Math.min(1, spent / cap);
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
