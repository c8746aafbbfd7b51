import { inWords, type Reply } from '@moot/protocol';
import type { Attempt } from '@moot/runner';
import type { ZodType } from 'zod';
import { likelihoods } from './likelihoods.ts';
import { objectIn } from './object-in.ts';
import { voicesOf } from './voices.ts';

/** What a reply says, read tolerantly and never bent: what cannot be read is a fault in words that the model is told. */
export function readReply(reply: Reply, { text, alternatives = [] }: Pick<Attempt, 'text' | 'alternatives'>): Read {
  if (reply.form === 'number') return numberIn(reply, alternatives);
  const { thinking, speech, outside, speeches, isThinking } = voicesOf(text);
  if (isThinking) return fault('your thinking is not closed: end it with </thinking> before you give your answer');
  if (speeches > 1) return fault('there are several <speech> parts: give exactly one');
  const said = (speech ?? outside).trim();
  if (said === '') return fault('nothing is said outside of your thinking: give your answer');
  const read = saidIn(reply, said);
  return read.ok && thinking.trim() !== '' ? { ...read, thinking: thinking.trim() } : read;
}

function saidIn(reply: Exclude<Reply, { readonly form: 'number' }>, said: string): Read {
  if (reply.form === 'text') return { ok: true, said: reply.read?.(said) ?? { text: said } };
  const found = objectIn(said);
  return 'fault' in found ? fault(found.fault) : parsed(reply.schema, found.object);
}

function numberIn(
  { numbers, schema }: Extract<Reply, { readonly form: 'number' }>,
  alternatives: NonNullable<Attempt['alternatives']>,
): Read {
  const found = likelihoods(numbers, alternatives);
  if (!found) return fault(`the answer must be one number and nothing else, one of ${numbers.join(', ')}`);
  return parsed(schema, found);
}

function parsed(schema: ZodType<object>, object: object): Read {
  const read = schema.safeParse(object);
  return read.success ? { ok: true, said: read.data } : fault(inWords(read.error));
}

export type Read =
  | { readonly ok: true; readonly said: object; readonly thinking?: string }
  | { readonly ok: false; readonly fault: string };

function fault(words: string): Read {
  return { ok: false, fault: words };
}
