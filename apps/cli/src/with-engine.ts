import { openEngine, readSettings, type Engine, type Settings } from '@moot/server';

/** The settings that hold here; what is wrong with them ends the command. */
export function settingsHere(): Settings {
  const read = readSettings(process.env, process.env.MOOT_ROOT ?? process.cwd());
  if (read.ok) return read.settings;
  throw new Error(['the settings cannot be used:', ...read.faults].join('\n  '));
}

/** Does something with the engine and closes it, whatever happens. */
export async function withEngine<X>(act: (engine: Engine) => Promise<X>, settings = settingsHere()): Promise<X> {
  const engine = await openEngine(settings);
  try {
    return await act(engine);
  } finally {
    await engine.close();
  }
}
