import type { Checked } from '@moot/wire';
import { counted } from '../words/numbers.ts';

/** What the start of an experiment waits for, in words; undefined if it waits for nothing. */
export function waitsFor({ text, check, refused, isStarting, role }: Standing): string | undefined {
  if (role !== 'researcher') return 'Only researchers start experiments.';
  if (text.trim() === '') return 'Waits for an experiment.';
  if (isStarting) return 'Starting…';
  switch (check.kind) {
    case 'checking':
      return 'Waits for the check.';
    case 'unchecked':
      return 'Waits for the server, which has not checked this yet.';
    case 'checked':
      return mending(check.of.ok ? refused : check.of.faults.length);
  }
}

function mending(faults: number): string | undefined {
  return faults === 0 ? undefined : `Waits for ${counted(faults, 'fault')} to be mended.`;
}

export interface Standing {
  readonly text: string;
  readonly check: Check;
  /** Faults that were found only when it was to be started. */
  readonly refused: number;
  readonly isStarting: boolean;
  readonly role: 'researcher' | 'viewer';
}

/** Where the check of what stands in the editor now is. */
export type Check =
  { readonly kind: 'checking' } | { readonly kind: 'unchecked' } | { readonly kind: 'checked'; readonly of: Checked };
