import { expect, it } from 'vitest';
import { bench } from './bench.ts';
import { benchmarks } from './benchmarks.ts';

async function ran(...args: readonly string[]) {
  const lines: string[] = [];
  const remarks: string[] = [];
  const code = await bench(args, { line: (text) => lines.push(text), remark: (text) => remarks.push(text) });
  return { code, lines, remarks };
}

it('names every benchmark, with what can be set', async () => {
  const { code, lines } = await ran('list');
  expect(code).toBe(0);
  for (const name of Object.keys(benchmarks)) expect(lines.some((line) => line.startsWith(`${name}: `))).toBe(true);
  expect(lines).toContain('  --debates: debates at once (40)');
});

it('says which benchmarks there are when one is asked for that is not', async () => {
  expect(await ran('speed')).toEqual({
    code: 1,
    lines: [],
    remarks: ['bench: there is no benchmark speed; npm run bench -- list names those that there are'],
  });
});

it.each([
  [['--debates', 'many'], 'debates'],
  [['--debates', '0'], 'debates'],
  [['--speed', '3'], '--speed'],
  [['40'], '40'],
])('refuses %j and measures nothing', async (args, named) => {
  const { code, lines, remarks } = await ran('orchestration', ...args);
  expect(code).toBe(1);
  expect(lines).toEqual([]);
  expect(remarks.join('\n')).toContain(named);
});
