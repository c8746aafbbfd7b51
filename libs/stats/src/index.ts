export { wilson } from './wilson.ts';
export type { Interval } from './wilson.ts';
