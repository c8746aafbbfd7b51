import { inWords, type Reply } from '@moot/protocol';
import { objectIn } from './object-in.ts';
import { voicesOf } from './voices.ts';

/** What a reply says, read tolerantly and never bent: what cannot be read is a fault in words that the model is told. */
export function readReply(reply: Reply, text: string): Read {
  const { thinking, speech, outside, speeches, isThinking } = voicesOf(text);
  if (isThinking) return fault('your thinking is not closed: end it with </thinking> before you give your answer');
  if (speeches > 1) return fault('there are several <speech> parts: give exactly one');
  const said = (speech ?? outside).trim();
  const thought = thinking.trim() === '' ? {} : { thinking: thinking.trim() };
  if (said === '') return fault('nothing is said outside of your thinking: give your answer');
  if (reply.form === 'text') return { ok: true, said: reply.read?.(said) ?? { text: said }, ...thought };
  const found = objectIn(said);
  if ('fault' in found) return fault(found.fault);
  const parsed = reply.schema.safeParse(found.object);
  return parsed.success ? { ok: true, said: parsed.data, ...thought } : fault(inWords(parsed.error));
}

export type Read =
  | { readonly ok: true; readonly said: object; readonly thinking?: string }
  | { readonly ok: false; readonly fault: string };

function fault(words: string): Read {
  return { ok: false, fault: words };
}
