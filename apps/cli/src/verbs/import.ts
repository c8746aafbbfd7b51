import { resolve } from 'node:path';
import { importQuestions } from '@moot/server';
import type { Imported, Taken } from '@moot/store';
import { withEngine } from '../opened.ts';
import { json, type Output } from '../output.ts';
import { faultLine } from '../text.ts';

export interface ImportOptions {
  readonly as?: string;
  readonly limit?: number;
  readonly options?: 'all' | number;
  readonly seed?: number;
  readonly licence?: string;
  readonly json?: true;
}

/** Reads a data set into questions: all of it, or nothing if anything in it is wrong. */
export async function importVerb(format: string, path: string, options: ImportOptions, output: Output): Promise<void> {
  const name = options.as ?? format;
  const { limit, seed, licence, options: which } = options;
  const toImport = {
    name,
    format,
    path: format === GENERATED ? path : resolve(path),
    ...(limit !== undefined && { limit }),
    ...(licence !== undefined && { licence }),
    options: { ...(which !== undefined && { options: which }), ...(seed !== undefined && { seed }) },
  };
  const imported = await withEngine((engine) => importQuestions(engine, toImport));
  const { refused } = imported;
  if (options.json) output.line(json({ dataset: name, ...imported }));
  else if (refused.length === 0) output.line(`${name}: ${summary(imported)}`);
  if (refused.length > 0) throw new Error(['nothing was imported:', ...refused.map(faultLine)].join('\n  '));
}

function summary({ runs, ...questions }: Imported): string {
  const counted = ({ read, kept, alreadyThere }: Taken, what: string) =>
    `${read} ${what} read, ${kept} kept, ${alreadyThere} there already`;
  return [counted(questions, 'questions'), ...(runs ? [counted(runs, 'runs')] : [])].join('; ');
}

/** The format whose path is no path. */
const GENERATED = 'worlds';
