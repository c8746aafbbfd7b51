import { z } from 'zod';

/** What stands in the editor and has not been started: kept in the browser, so that nothing is lost when the server is away. */
export const Draft = z.object({
  text: z.string(),
  people: z.enum(['people', 'simulated']),
  /** The key of an attempt to start this very text that has not been answered. */
  attempt: z.uuid().nullable(),
});
export type Draft = z.output<typeof Draft>;

export const DRAFT_PLACE = 'moot.draft';

/** The draft that was written down, if it can be read. */
export function draftIn(kept: string | null): Draft | undefined {
  if (kept === null) return undefined;
  try {
    return Draft.safeParse(JSON.parse(kept)).data;
  } catch {
    return undefined;
  }
}

/** A changed draft. What was to be started is another thing then, so it gets another key. */
export function changed(draft: Draft, change: Partial<Pick<Draft, 'text' | 'people'>>): Draft {
  return { ...draft, ...change, attempt: null };
}
