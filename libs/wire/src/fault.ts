import { z } from 'zod';

/** Why something that was asked over HTTP was not done, for the person who can act. */
export const Fault = z.object({
  /** not-signed-in, not-allowed, not-found, bad-request, refused, too-many, broken. */
  code: z.string(),
  words: z.string(),
  /** The field that is wrong, where it is one. */
  field: z.string().optional(),
});
export type Fault = z.output<typeof Fault>;
