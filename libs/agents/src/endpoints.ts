import type { Spot } from '@moot/experiment';
import type { Endpoint, Endpoints, Timeouts } from './endpoint.ts';
import type { Entry, ModelsFileRead } from './models-file.ts';
import { urlFault } from './url-fault.ts';

/** The endpoints that the settings and what was read of `models.yaml` give, by name, or all that is wrong with them. */
export function endpointsFrom(settings: Settings, read: ModelsFileRead = NO_FILE): EndpointsRead {
  const baseUrl = settings.environment.OPENAI_BASE_URL ?? '';
  const fault = baseUrl === '' ? undefined : urlFault(baseUrl);
  const faults = [
    ...(fault === undefined ? [] : [{ at: { file: 'environment', field: 'OPENAI_BASE_URL' }, why: fault }]),
    ...(read.ok ? [] : read.faults),
  ];
  if (!read.ok || faults.length > 0) return { ok: false, faults };
  const named = new Map([['openai', {}], ['sim', {}], ...read.entries]);
  return { ok: true, endpoints: new Map([...named].map(([name, entry]) => [name, endpointOf(name, entry, settings)])) };
}

const NO_FILE: ModelsFileRead = { ok: true, entries: new Map() };

export interface Settings {
  /** The environment: OPENAI_API_KEY, OPENAI_BASE_URL and the key variables that `models.yaml` names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The simulator's base URL. */
  readonly simulator: string;
}

export interface EndpointFault {
  readonly at: Spot;
  readonly why: string;
}

export type EndpointsRead =
  | { readonly ok: true; readonly endpoints: Endpoints }
  | { readonly ok: false; readonly faults: readonly EndpointFault[] };

function endpointOf(name: string, entry: Entry, settings: Settings): Endpoint {
  const where = addressOf(name, entry, settings);
  const isSimulator = plain(where.baseUrl) === plain(settings.simulator);
  return {
    name,
    ...where,
    isSimulator,
    // The simulator is as wide as the workers; others are asked gently until `models.yaml` says more.
    limits: { concurrency: isSimulator ? 256 : 16, ...entry.limits },
    prices: entry.prices ?? {},
    structured: entry.structured ?? 'auto',
    timeouts: timeoutsOf(entry.timeoutSeconds),
  };
}

function addressOf(
  name: string,
  entry: Entry,
  { environment, simulator }: Settings,
): Pick<Endpoint, 'baseUrl' | 'key' | 'keyVariable'> {
  if (name === 'sim') return { baseUrl: simulator };
  if (name !== 'openai') return { baseUrl: entry.baseUrl ?? '', ...keyIn(environment, entry.keyVariable) };
  const { OPENAI_API_KEY: key = '', OPENAI_BASE_URL: baseUrl = '' } = environment;
  // A server of one's own often needs no key: only where neither is set, the simulator answers.
  if (key === '') return { baseUrl: baseUrl === '' ? simulator : baseUrl };
  return { baseUrl: baseUrl === '' ? OPENAI : baseUrl, ...keyIn(environment, 'OPENAI_API_KEY') };
}

const OPENAI = 'https://api.openai.com/v1';

function keyIn(environment: Settings['environment'], keyVariable?: string): Pick<Endpoint, 'key' | 'keyVariable'> {
  if (keyVariable === undefined) return {};
  const key = environment[keyVariable]?.trim() ?? '';
  return key === '' ? { keyVariable } : { keyVariable, key };
}

function timeoutsOf({ headers = 120, stall = 60, total = 600 }: NonNullable<Entry['timeoutSeconds']> = {}): Timeouts {
  return { headers: headers * 1000, stall: stall * 1000, total: total * 1000 };
}

function plain(url: string): string {
  return url.replace(/\/+$/, '').replace('//localhost', '//127.0.0.1');
}
