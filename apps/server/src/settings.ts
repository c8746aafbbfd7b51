import { existsSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';

const url = (protocols: readonly string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `write a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: 'write a number' })
    .int('write a whole number')
    .min(least, `at least ${least}`)
    .max(most, `at most ${most}`);

const Role = z.enum(['api', 'worker'], { error: 'the roles are api and worker' });

/** Everything that the environment can set, with its defaults. */
const Environment = z.object({
  MOOT_DATA: z.string().min(1).default('.moot'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: whole(0, 65_535).default(4100),
  DATABASE_URL: url(['postgres:', 'postgresql:']).optional(),
  REDIS_URL: url(['redis:', 'rediss:']).optional(),
  ROLES: z
    .string()
    .default('api,worker')
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(Role).min(1)),
  WORKER_CONCURRENCY: whole(1, 1000).default(8 * availableParallelism()),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url(['http:', 'https:']).optional(),
  /** A simulator that runs elsewhere, instead of one in this process. */
  MOOT_SIMULATOR_URL: url(['http:', 'https:']).optional(),
});

export type Settings = Readonly<z.output<typeof Environment>> & {
  /** All variables, for keys that models.yaml names. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** MOOT_DATA as an absolute path. */
  readonly folder: string;
};

export type SettingsRead =
  { readonly ok: true; readonly settings: Settings } | { readonly ok: false; readonly faults: readonly string[] };

/** Settings of the environment over those of a `.env` file; empty variables count as unset. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>, folder: string): SettingsRead {
  const file = resolve(folder, '.env');
  const variables = { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...environment };
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = Environment.safeParse(given);
  if (read.success)
    return { ok: true, settings: { ...read.data, environment: given, folder: resolve(folder, read.data.MOOT_DATA) } };
  return {
    ok: false,
    faults: read.error.issues.map(
      ({ path, message }) => `${String(path[0])}: ${message} (it is set to ${shown(String(path[0]), given)})`,
    ),
  };
}

/** The settings as they may be shown: secrets and passwords masked. */
export function shownSettings({
  environment: _environment,
  folder: _folder,
  ...settings
}: Settings): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      masked(name, Array.isArray(value) ? value.join(',') : String(value)),
    ]),
  );
}

function shown(name: string, given: Readonly<Record<string, string | undefined>>): string {
  return JSON.stringify(masked(name, given[name] ?? ''));
}

function masked(name: string, value: string): string {
  if (/KEY|SECRET|TOKEN|PASSWORD/.test(name))
    return value.length > 12 ? `${value.slice(0, 3)}…${value.slice(-2)}` : '…';
  if (!URL.canParse(value)) return value;
  const parts = new URL(value);
  if (parts.password !== '') parts.password = '…';
  return parts.password === '' ? value : decodeURI(parts.toString());
}
