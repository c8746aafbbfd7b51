import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { masked } from './masked.ts';

const url = (protocols: readonly string[]) =>
  z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      error: `write a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
      abort: true,
    })
    .refine((text) => !/%(?![0-9a-f]{2})/i.test(text), { error: 'write %25 for a percent sign' });

const whole = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d+$/, 'write a whole number')
    .transform(Number)
    .pipe(z.number().min(least, `at least ${least}`).max(most, `at most ${most}`));

/** Addresses as browsers show them, up to where the path begins. */
const origins = z
  .string()
  .transform((text) => text.split(',').map((origin) => origin.trim()))
  .refine((list) => list.every((origin) => /^https?:/.test(origin) && originIn(origin) === origin), {
    error: 'write origins such as https://moot.example.org, with commas between them and no path',
  });

function originIn(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).origin : undefined;
}

const seconds = z
  .string()
  .trim()
  .regex(/^\d+(\.\d+)?$/, 'write a number of seconds')
  .transform(Number)
  .pipe(z.number().max(600, 'at most 600'));

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
  /** Where browsers reach the server, if not as what it listens. */
  MOOT_ORIGINS: origins.optional(),
  /** What session cookies are signed with, if not what is kept in MOOT_DATA. */
  MOOT_SECRET: z.string().min(32, 'at least 32 characters, drawn at random').optional(),
  /** How long a judge can take back what was submitted. */
  MOOT_UNDO_SECONDS: seconds.default(5),
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
export function readSettings(environment: Variables, folder: string): SettingsRead {
  const file = resolve(folder, '.env');
  const kept = variablesIn(file);
  if (!kept.ok) return { ok: false, faults: [kept.fault] };
  const own = withoutEmpty(environment);
  const given = { ...kept.variables, ...own };
  const read = Environment.safeParse(given);
  if (read.success)
    return { ok: true, settings: { ...read.data, environment: given, folder: resolve(folder, read.data.MOOT_DATA) } };
  const faults = read.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    const where = name in own ? 'in the environment' : `in ${file}`;
    return `${name}: ${message} (it is set to ${JSON.stringify(masked(name, given[name] ?? ''))} ${where})`;
  });
  return { ok: false, faults };
}

type Variables = Readonly<Record<string, string | undefined>>;

type FileRead = { readonly ok: true; readonly variables: Variables } | { readonly ok: false; readonly fault: string };

function variablesIn(file: string): FileRead {
  try {
    return { ok: true, variables: withoutEmpty(parseEnv(readFileSync(file, 'utf8'))) };
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return { ok: true, variables: {} };
    return { ok: false, fault: `${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}` };
  }
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''));
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
