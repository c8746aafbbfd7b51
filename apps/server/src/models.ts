import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endpointsFrom, modelNamed, priceOf, type Endpoints } from '@moot/agents';
import type { ModelsFileRead } from '@moot/agents/models-file';
import type { Simulator } from '@moot/simulator';
import { playerFault } from '@moot/simulator/models';
import type { Settings } from './settings.ts';

/** The endpoints that the settings and `models.yaml` beside the data name; what is wrong with them is said with line and column. */
export async function endpointsOf({ environment, folder }: Settings, simulator: string): Promise<Endpoints> {
  const file = join(folder, '..', 'models.yaml');
  const text = await textOf(file);
  const read = endpointsFrom({ environment, simulator }, text === undefined ? undefined : await readFrom(file, text));
  if (read.ok) return read.endpoints;
  const lines = read.faults.map(({ at, why }) => {
    const spot = at.line === undefined ? at.file : `${at.file}:${at.line}:${at.column ?? 1}`;
    return `${spot}: ${at.field === undefined ? '' : `${at.field}: `}${why}`;
  });
  throw new Error(lines.join('\n'));
}

/** Few have the file, and reading YAML takes long to load. */
async function readFrom(file: string, text: string): Promise<ModelsFileRead> {
  const { readModelsFile } = await import('@moot/agents/models-file');
  return readModelsFile({ file, text });
}

async function textOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}

/** What the settings tell of models by their names. Nothing is asked for that. */
export interface ModelBook {
  /** What is wrong with the name of a model, if anything. */
  readonly modelFault: (model: string) => string | undefined;
  /** Whether the simulator plays a model, by its own name or in its place. */
  readonly isSimulated: (model: string) => boolean;
  /** Whether a model costs money of which nobody knows how much. */
  readonly isUnpriced: (model: string) => boolean;
}

export async function modelBook(settings: Settings): Promise<ModelBook> {
  const endpoints = await endpointsOf(settings, settings.MOOT_SIMULATOR_URL ?? SOMEWHERE);
  return {
    modelFault(model) {
      const named = modelNamed(endpoints, model);
      if ('unknown' in named) return named.unknown;
      return named.endpoint.name === 'sim' ? playerFault(named.model) : undefined;
    },
    isSimulated: (model) => isSimulated(modelNamed(endpoints, model)),
    isUnpriced(model) {
      const named = modelNamed(endpoints, model);
      return !('unknown' in named) && !isSimulated(named) && priceOf(named) === undefined;
    },
  };
}

function isSimulated(named: ReturnType<typeof modelNamed>): boolean {
  return !('unknown' in named) && named.endpoint.isSimulator;
}

/** Stands for the address of a simulator that begins with the work. */
export const SOMEWHERE = 'http://simulator.invalid/v1';

/** Where the simulator's players read the truth of imported questions. */
export const keyFileOf = ({ folder }: Settings): string => join(folder, 'simulator-key.jsonl');

/** A simulator that begins when its address is first asked for. */
export interface LazySimulator {
  url(): Promise<string>;
  close(): Promise<void>;
}

/** A simulator in this process, unless one runs elsewhere. */
export function simulatorFor(settings: Settings): LazySimulator {
  let begun: Promise<Simulator> | undefined;
  return {
    async url() {
      if (settings.MOOT_SIMULATOR_URL !== undefined) return settings.MOOT_SIMULATOR_URL;
      begun ??= import('@moot/simulator').then(({ startSimulator }) =>
        startSimulator({ keyFile: keyFileOf(settings) }),
      );
      return (await begun).url;
    },
    close: async () => (await begun)?.close(),
  };
}
