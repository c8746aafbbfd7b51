import { voicesOf } from './voices.ts';

/** Whether a reply does nothing but decline: by rule, and rather too seldom than too often. */
export function isRefusal(text: string): boolean {
  const { outside, speech } = voicesOf(text);
  const said = (speech ?? outside).replaceAll('’', "'").replace(/\s+/g, ' ').trim();
  return said.length <= LONGEST && (SORRY.test(said) || DECLINES.test(said));
}

// A speech goes on; a refusal is soon over.
const LONGEST = 400;
const NOT =
  "(can't|cannot|can not|won't|will not|must decline|have to decline|('m| am) (unable|not able|not comfortable))";
const SORRY = new RegExp(`^(i'm|i am) (very |truly |really |so )?sorry,? but (as an ai[^,.]{0,30},? )?i ?${NOT}`, 'i');
const DECLINES = new RegExp(
  `^((sorry|apologies|unfortunately)[,.]? (but )?|as an ai[^,.]{0,30},? )?i ?${NOT} (to )?(\\w+ )?` +
    '(help|assist|comply|argu(e|ing) (for|that|this|in|against)|provide|fulfil|do (that|this)|continue|generat|participat|engag|take part|writ)',
  'i',
);
