export { openEngine } from './engine.ts';
export type { Engine } from './engine.ts';
export { readSettings, shownSettings } from './settings.ts';
export type { Settings, SettingsRead } from './settings.ts';
export { importQuestions } from './import.ts';
export type { ToImport } from './import.ts';
export { stopped } from './stopped.ts';
export { diagnosed } from './doctor.ts';
export type { Finding } from './doctor.ts';
