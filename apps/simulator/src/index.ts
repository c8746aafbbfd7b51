export { startSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
export { readKey, writeKey, type Key, type KeyEntry } from './key.ts';
export { playerFault } from './players/model.ts';
export { FAULTS, type Fault, type FaultPlan } from './faults/plan.ts';
export type { CallRecord, Outcome, Stats } from './tally.ts';
export type { Latency } from './chat/pace.ts';
