import { partsOf, type Part } from './tags.ts';

/** What a reply thinks, what it says as its speech, and what stands outside of both. */
export interface Voices {
  readonly thinking: string;
  readonly speech?: string;
  readonly outside: string;
  /** How many speeches were begun. */
  readonly speeches: number;
  /** Whether the reply ends while it is still thinking. */
  readonly isThinking: boolean;
}

export function voicesOf(text: string): Voices {
  const heard = partsOf(text).reduce(hearing, SILENCE);
  const { thinking, speech, outside, speeches, depth } = heard;
  return { thinking, outside, speeches, isThinking: depth > 0, ...(speeches > 0 ? { speech } : {}) };
}

interface Hearing {
  readonly thinking: string;
  readonly speech: string;
  readonly outside: string;
  readonly speeches: number;
  readonly depth: number;
  readonly where: 'speech' | 'outside';
}

const SILENCE: Hearing = { thinking: '', speech: '', outside: '', speeches: 0, depth: 0, where: 'outside' };

function hearing(heard: Hearing, part: Part): Hearing {
  const { depth, where } = heard;
  if (part.kind === 'text') {
    const voice = depth > 0 ? 'thinking' : where;
    return { ...heard, [voice]: heard[voice] + part.text };
  }
  if (part.tag === 'thinking' && part.kind === 'open') return { ...heard, depth: depth + 1 };
  // Closed and never opened: some models begin to think without saying so.
  if (part.tag === 'thinking' && depth === 0) {
    return { ...SILENCE, thinking: heard.thinking + heard.outside + heard.speech };
  }
  if (part.tag === 'thinking') return { ...heard, depth: depth - 1 };
  if (depth > 0) return heard;
  return part.kind === 'open'
    ? { ...heard, where: 'speech', speeches: heard.speeches + 1 }
    : { ...heard, where: 'outside' };
}
