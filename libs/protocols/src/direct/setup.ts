import { z } from 'zod';

/** What a researcher chooses: whether the judge sees the source (the ceiling) or not (the floor). */
export const Options = z.strictObject({
  source: z.enum(['hidden', 'shown']),
  judges: z.int().min(1).max(99).default(1),
  /** How long a person has for the verdict. */
  seconds: z.int().min(1).max(86_400).exactOptional(),
});

export const Setup = z.strictObject({
  question: z.string(),
  options: z.array(z.string()).readonly(),
  listed: z.array(z.int()).readonly(),
  choices: z.array(z.int()).readonly(),
  judges: z.int(),
  seconds: z.int().exactOptional(),
  /** There only if the judges may read it. */
  source: z.string().exactOptional(),
});
export type DirectSetup = Readonly<z.output<typeof Setup>>;
