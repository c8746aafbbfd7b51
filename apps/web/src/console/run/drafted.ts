import { turnKey, type ShownCall } from '@moot/wire';

/** One draft of a turn, or one critique of it, with the calls in which it was rated. */
export interface Drafted {
  readonly call: ShownCall;
  /** 'Candidate 2', 'Critique 1', 'Revision'. */
  readonly name: string;
  readonly ratings: readonly ShownCall[];
}

/** What was drafted on the way to a turn, in the order in which it was asked for; nothing where it was said at once. */
export function draftedIn(key: string | undefined, calls: readonly ShownCall[]): readonly Drafted[] {
  // What was refused was asked for again, under the same part.
  const own = calls.filter((call) => turnKey(call) === key && call.status === 'ok' && call.fault === null);
  return own.flatMap((call) => {
    const [, what = '', nth = ''] = PART.exec(call.part) ?? [];
    if (what === '') return [];
    const rating = `${what === 'candidate' ? 'rating' : 'helpfulness'} ${nth}`;
    const ratings = own.filter(({ part }) => nth !== '' && (part === rating || part.startsWith(`${rating}, `)));
    return [{ call, name: call.part.charAt(0).toUpperCase() + call.part.slice(1), ratings }];
  });
}

const PART = /^(candidate|critique|revision)(?: (\d+))?$/;
