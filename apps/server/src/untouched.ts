import { listDatasets, listExperiments } from '@moot/store';
import type { Engine } from './engine.ts';

/** The name of the data set that the demonstration is about. */
export const DEMONSTRATION = 'demo';

/** Whether a database is as it was made, so that the demonstration may be put there; one that broke off is gone on with. */
export async function isUntouched({ means: { database } }: Engine): Promise<boolean> {
  const [datasets, experiments] = await Promise.all([listDatasets(database), listExperiments(database)]);
  return experiments.length === 0 && datasets.every(({ name }) => name === DEMONSTRATION);
}
