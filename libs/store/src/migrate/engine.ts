import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { migrationAdapter } from './adapter.ts';
import type { Around } from './adapter.ts';
import { shadowDatabase } from './shadow.ts';

/** On which database an engine works, and with which schema. */
export interface Task {
  readonly url: string;
  readonly schema?: { readonly path: string; readonly content: string };
  /** What is done with the scripts that run on the database itself, not on a shadow of it. */
  readonly around?: Around;
}

/**
 * Runs one operation of Prisma's schema engine, compiled to WebAssembly. Each operation has an engine and connections
 * of its own, which end with it: an engine that lives on keeps the migrations of all other processes locked out.
 */
export async function withEngine<T>(task: Task, operation: (engine: bindings.SchemaEngine) => Promise<T>): Promise<T> {
  await (loaded ??= load());
  const open: (() => Promise<void>)[] = [];
  const factory = bindMigrationAwareSqlAdapterFactory(factoryFor(task, open));
  const { path, content } = task.schema ?? NO_SCHEMA;
  const engine = await bindings.SchemaEngine.new({ datamodels: [[path, content]] }, () => undefined, factory);
  try {
    return await operation(engine);
  } finally {
    engine.free();
    for (const end of open) await end();
  }
}

/** Applying migrations asks for no schema, but an engine without one breaks down. */
const NO_SCHEMA = { path: 'schema.prisma', content: 'datasource db {\n  provider = "postgresql"\n}\n' };

function factoryFor({ url, around }: Task, open: (() => Promise<void>)[]) {
  const kept = (adapter: SqlDriverAdapter, after?: () => Promise<void>): SqlDriverAdapter => {
    let ended: Promise<void> | undefined;
    const dispose = () => (ended ??= adapter.dispose().then(after));
    open.push(dispose);
    return { ...adapter, dispose };
  };
  return {
    provider: 'postgres' as const,
    adapterName: '@prisma/adapter-pg',
    connect: async () => kept(await migrationAdapter(url, around)),
    connectToShadowDb: async () => {
      const shadow = await shadowDatabase(url);
      return kept(await migrationAdapter(shadow.url), shadow.drop);
    },
  };
}

let loaded: Promise<void> | undefined;

/** What Node has of it; its types come with those of the browser only. */
declare const WebAssembly: {
  instantiate(code: Uint8Array, imports: object): Promise<{ instance: { exports: Readonly<Record<string, unknown>> } }>;
};

/** Importing the package's own loader would do the same, and warn on every start that Node calls it experimental. */
async function load(): Promise<void> {
  const folder = join(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm'), '..');
  const code = await readFile(join(folder, 'schema_engine_bg.wasm'));
  const imports = Object.fromEntries(Object.entries(bindings).map(([name, own]) => [name, instead(name) ?? own]));
  const { instance } = await WebAssembly.instantiate(code, { './schema_engine_bg.js': imports });
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: panic } });
  bindings.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start === 'function') Reflect.apply(start, undefined, []);
}

/** The engine waits up to ten seconds for a lock, and never clears that timer: it must not keep a program from ending. */
function instead(name: string): unknown {
  const wait = (act: () => void, ms: number) => void setTimeout(act, ms).unref();
  return name.startsWith('__wbg_setTimeout_') ? wait : undefined;
}

/** The engine is dead after this, and with it whoever waits for it: better to end loudly. */
function panic(message: string): never {
  throw new Error(`Prisma's schema engine has broken down: ${message}`);
}
