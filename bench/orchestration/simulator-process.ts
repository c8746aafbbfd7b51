import { startSimulator } from '@moot/simulator';

/** The simulator in a process of its own, so that its work is not counted as ours; it ends with whoever forked it. */
const simulator = await startSimulator({ keyFile: process.argv[2] ?? '' });
process.send?.(simulator.url);
process.on('disconnect', () => void simulator.close());
// The terminal interrupts the whole group: whoever forked this ends it when nobody asks any more.
process.on('SIGINT', () => undefined);
