/** What happens in a run, in the order in which it does. */
export const MOMENTS = ['before', 'sealed', 'after the round', 'submitted', 'fixed', 'told'] as const;
export type Moment = (typeof MOMENTS)[number];

/** Who looks, as seen from the run or the seat that a secret belongs to. */
export type Audience = 'researcher' | 'viewer' | 'judge' | 'other judge' | 'judge elsewhere' | 'revoked' | 'nobody';

export const ARMS = [
  'live',
  'together',
  'paced',
  'sequential',
  'passed',
  'abandoned',
  'expert',
  'spare',
  'naive-1',
  'naive-2',
] as const;
export type Arm = (typeof ARMS)[number];

/** From which moment on somebody may see something, and, since silence would pass as well, is to have seen it. */
export interface Permission {
  readonly field: Field;
  readonly who: readonly Audience[];
  readonly from: Moment;
  /** In which arms; in all where there is such a thing, if nothing is said. */
  readonly arms?: readonly Arm[];
}

export type Field =
  | 'question'
  | 'title'
  | 'experiment name'
  | 'experiment file'
  | 'arm name'
  | 'model name'
  | 'data set'
  | 'question key'
  | 'source key'
  | 'source title'
  | 'source text'
  | 'truth'
  | 'costs'
  | 'maker of a move'
  | 'prompt'
  | 'private instructions'
  | 'key of the endpoint'
  | 'thinking of A'
  | 'thinking of B'
  | 'speech of A'
  | 'speech that was asked for again'
  | 'first words of B'
  | 'last words of B'
  | 'why a turn failed'
  | 'why a turn was passed'
  | 'belief before'
  | 'belief after the round'
  | 'verdict'
  | 'reason'
  | 'amendment'
  | 'pseudonym'
  | 'secret of a link';

const AT_THE_TABLE: readonly Audience[] = ['judge', 'viewer'];

/**
 * Who may see what, when. What does not stand here may be seen by nobody at no time; so nothing is ever for those whose
 * invitation was revoked or who are not signed in, nor for judges who sit elsewhere.
 */
export const MAY_SEE: readonly Permission[] = [
  { field: 'title', who: ['researcher', 'viewer', 'judge'], from: 'before' },
  { field: 'experiment name', who: ['researcher', 'viewer'], from: 'before' },
  { field: 'question', who: ['researcher', 'viewer'], from: 'before' },
  { field: 'question', who: ['judge'], from: 'sealed' },
  { field: 'pseudonym', who: ['researcher', 'judge'], from: 'before' },
  { field: 'secret of a link', who: ['researcher', 'judge'], from: 'before' },

  { field: 'experiment file', who: ['researcher'], from: 'before' },
  { field: 'arm name', who: ['researcher'], from: 'before' },
  { field: 'model name', who: ['researcher'], from: 'before' },
  { field: 'data set', who: ['researcher'], from: 'before' },
  { field: 'question key', who: ['researcher'], from: 'before' },
  { field: 'source key', who: ['researcher'], from: 'before' },
  { field: 'source title', who: ['researcher'], from: 'before' },
  { field: 'source text', who: ['researcher'], from: 'before' },
  { field: 'source text', who: ['judge'], from: 'sealed', arms: ['expert'] },
  { field: 'private instructions', who: ['researcher'], from: 'before' },
  { field: 'costs', who: ['researcher'], from: 'before' },
  { field: 'prompt', who: ['researcher'], from: 'sealed' },
  { field: 'maker of a move', who: ['researcher'], from: 'sealed' },
  { field: 'thinking of A', who: ['researcher'], from: 'sealed' },
  // Before its move is made too: an attempt that broke off is kept with what had come of it, and researchers read every attempt.
  { field: 'thinking of B', who: ['researcher'], from: 'sealed' },
  { field: 'why a turn failed', who: ['researcher'], from: 'sealed' },
  { field: 'why a turn was passed', who: ['researcher', ...AT_THE_TABLE], from: 'sealed', arms: ['passed'] },
  {
    field: 'why a turn was passed',
    who: ['researcher', ...AT_THE_TABLE],
    from: 'after the round',
    arms: ['abandoned'],
  },

  { field: 'speech that was asked for again', who: ['researcher', ...AT_THE_TABLE], from: 'sealed' },
  { field: 'speech of A', who: ['researcher'], from: 'sealed' },
  { field: 'speech of A', who: AT_THE_TABLE, from: 'sealed', arms: ['live', 'paced', 'sequential'] },
  { field: 'speech of A', who: AT_THE_TABLE, from: 'after the round', arms: ['together'] },
  { field: 'first words of B', who: ['researcher'], from: 'sealed' },
  { field: 'first words of B', who: AT_THE_TABLE, from: 'sealed', arms: ['live', 'sequential', 'passed'] },
  { field: 'first words of B', who: AT_THE_TABLE, from: 'after the round', arms: ['together', 'paced'] },
  { field: 'last words of B', who: ['researcher', ...AT_THE_TABLE], from: 'after the round' },

  { field: 'belief before', who: ['researcher', 'judge'], from: 'sealed' },
  { field: 'belief after the round', who: ['researcher', 'judge'], from: 'after the round' },
  { field: 'verdict', who: ['judge'], from: 'submitted' },
  { field: 'verdict', who: ['researcher'], from: 'fixed' },
  { field: 'reason', who: ['judge'], from: 'submitted' },
  { field: 'reason', who: ['researcher'], from: 'fixed' },
  { field: 'amendment', who: ['judge'], from: 'told' },

  { field: 'truth', who: ['researcher'], from: 'before' },
  // The arm gives feedback.
  { field: 'truth', who: ['judge'], from: 'fixed', arms: ['together', 'passed'] },
  // So does this one, but its judge has another run on the source until the end.
  { field: 'truth', who: ['judge'], from: 'told', arms: ['naive-1', 'naive-2'] },
];
