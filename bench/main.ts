import { bench } from './bench.ts';

/** Runs the benchmark that is named: `npm run bench -- list` says which there are. */
process.exitCode = await bench(process.argv.slice(2), {
  line: (text) => void process.stdout.write(`${text}\n`),
  remark: (text) => void process.stderr.write(`${text}\n`),
});
