import { usage } from './usage.ts';

/** Loaded before a program, it tells who started it what the process uses, and ends the program with them. */
process.on('message', () => process.send?.(usage()));
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
