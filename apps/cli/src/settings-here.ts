import { readSettings, type Settings, type SettingsRead } from '@moot/server/settings';

/** The settings of this process, and what is wrong with them. */
export function readHere(): SettingsRead {
  return readSettings(process.env, process.env.MOOT_ROOT ?? process.cwd());
}

/** The settings that hold here; what is wrong with them ends the command. */
export function settingsHere(): Settings {
  const read = readHere();
  if (read.ok) return read.settings;
  throw new Error(['the settings cannot be used:', ...read.faults].join('\n  '));
}
