import { turnKey, type CallText, type ShownCall, type TurnName } from '@moot/wire';
import { counted, dollars, grouped } from '../words/numbers.ts';
import { turnWords } from './turn-words.ts';

/** What came of a model call, and the word that says it. */
export interface CallState {
  readonly state: 'good' | 'bad' | 'caution';
  readonly words: string;
}

export function callState({ status, fault }: Pick<ShownCall, 'status' | 'fault'>): CallState {
  if (status === 'ok')
    return fault === null ? { state: 'good', words: 'taken' } : { state: 'caution', words: 'against the rules' };
  return { state: 'bad', words: STATUSES[status] ?? status };
}

const STATUSES: Readonly<Record<string, string>> = {
  refusal: 'declined',
  empty: 'empty',
  'too-long': 'too long',
  cut: 'cut off',
  malformed: 'not readable',
  limited: 'limited (429)',
  timeout: 'timed out',
  unreachable: 'not reached',
  'server-error': 'server error',
  rejected: 'rejected',
  stopped: 'stopped',
};

/** The turn of a call in words, with the part of it that was asked for, and the attempt where there was more than one. */
export function attemptWords(call: ShownCall, calls: readonly ShownCall[]): string {
  const attempts = calls.filter((each) => turnKey(each) === turnKey(call) && each.part === call.part).length;
  const part = call.part === 'move' ? [] : [call.part];
  const attempt = attempts > 1 ? [`attempt ${call.attempt}`] : [];
  return [turnWords(call), ...part, ...attempt].join(', ');
}

/** All calls in one line: '6, of which 3 failed; $0.75'. */
export function callsWords(calls: readonly ShownCall[]): string {
  const failed = calls.filter((call) => callState(call).state === 'bad').length;
  const cost = calls.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);
  const simulated = calls.filter((call) => call.simulated).length;
  const parts = [
    counted(calls.length, 'call') + (failed > 0 ? `, of which ${grouped(failed)} failed` : ''),
    dollars(cost),
    ...(simulated > 0 ? [simulated === calls.length ? 'all simulated' : `${grouped(simulated)} simulated`] : []),
  ];
  return parts.join('; ');
}

/** Tokens of prompt and reply together, as far as they are known. */
export function tokensWords({ promptTokens, replyTokens }: ShownCall): string {
  return promptTokens === null && replyTokens === null ? '' : grouped((promptTokens ?? 0) + (replyTokens ?? 0));
}

/** Cost without its sign: it stands in the head of the column. */
export function costWords({ costUsd }: ShownCall): string {
  return costUsd === null ? '' : dollars(costUsd).replace('$', '');
}

/** The call to open when a move is chosen: the last attempt at what was said, which is the one that was taken; of several drafts, the last. */
export function callOf(turn: TurnName, calls: readonly ShownCall[]): ShownCall | undefined {
  const own = calls.filter((call) => turnKey(call) === turnKey(turn));
  const inPart = (part: RegExp) => own.findLast((call) => part.test(call.part));
  return inPart(/^(move|order \d+|revision)$/) ?? inPart(/^candidate /) ?? own.at(-1);
}

/** Parameters as they were sent, in one line; `messages` and the like are shown elsewhere. */
export function sentWords(sent: Readonly<Record<string, unknown>>): string {
  const plain = Object.entries(sent).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [`${name} ${value}`] : [],
  );
  return plain.length === 0 ? 'none' : plain.join(', ');
}

/** Tokens of prompt and reply apart. */
export function tokenParts({ promptTokens, replyTokens }: ShownCall): string {
  if (promptTokens === null && replyTokens === null) return 'not known';
  const words = (tokens: number | null) => (tokens === null ? 'unknown' : grouped(tokens));
  return `${words(promptTokens)} in the prompt, ${words(replyTokens)} in the reply`;
}

/** A call as it is kept, for those who want all of it; the messages as they are shown elsewhere. */
export function rawText({ messages, ...call }: CallText): string {
  return JSON.stringify({ ...call, messages: `${messages.length} messages, shown under Prompt` }, undefined, 2);
}
