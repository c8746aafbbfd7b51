import { stringify } from 'yaml';
import type { ExperimentFile } from './file.ts';

/** An experiment as the text of a file, which reads as the same experiment again. */
export function writeExperiment(file: ExperimentFile): string {
  return stringify(file, { lineWidth: 0 });
}
