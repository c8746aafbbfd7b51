import { protocols } from '@moot/protocols';
import { json, type Output } from '../output.ts';
import { experimentSchema } from '@moot/experiment';

/** Prints what an editor needs to complete and check experiment files. */
export function schemaVerb(output: Output): void {
  output.line(json(experimentSchema(protocols)));
}
