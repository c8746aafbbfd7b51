import type { Asked } from '@moot/experiment';
import type { Database } from './database.ts';

/** The questions of a data set with the texts of their sources, by key, so that a seed draws the same from the same data; undefined if there is no such data set. */
export async function questionsOf(database: Database, dataset: string): Promise<readonly Asked[] | undefined> {
  const found = await database.dataset.findUnique({
    where: { name: dataset },
    include: { questions: true, sources: true },
  });
  if (!found) return undefined;
  const sources = new Map(found.sources.map((source) => [source.id, source]));
  return found.questions
    .map(({ id, key, prompt, options, truth, ...row }) => {
      const source = row.sourceId === null ? undefined : sources.get(row.sourceId);
      return {
        id,
        key,
        prompt,
        options,
        truth,
        ...(source && { source: source.key, sourceText: source.text }),
        ...(row.licence !== null && { licence: row.licence }),
        ...(row.split !== null && { split: row.split }),
        ...(row.difficulty !== null && { difficulty: row.difficulty }),
      };
    })
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}
