import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { startSimulator } from './index.ts';

const main = new URL('main.ts', import.meta.url).pathname;

function started(...words: readonly string[]) {
  const child = spawn(process.execPath, [main, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = once(child, 'exit');
  return { child, ended, line: once(createInterface(child.stdout), 'line').then(([line]) => String(line)) };
}

it('runs alone: prints its address, answers, and ends when it is told to', async () => {
  const { child, ended, line } = started('--port', '0');
  const url = await line;
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
  expect((await fetch(`${url}/models`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
});

it('ends with words when it cannot start', async () => {
  const simulator = await startSimulator();
  const occupied = started('--port', String(simulator.port));
  expect(await errorOf(occupied)).toMatch(/taken/);
  expect(await occupied.ended).toEqual([1, null]);
  const misled = started('--prot', '1');
  expect(await errorOf(misled)).toMatch(/--prot[^]*--port/);
  expect(await misled.ended).toEqual([2, null]);
  await simulator.close();
});

async function errorOf({ child }: ReturnType<typeof started>): Promise<string> {
  let text = '';
  for await (const chunk of child.stderr) text += String(chunk);
  return text;
}
