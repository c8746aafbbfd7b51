import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = dirname(dirname(import.meta.dirname));

/** A copy of the launcher in a folder of its own, with an npm that notes what it is asked and installs nothing. */
export interface Sandbox {
  readonly folder: string;
  /** Starts the launcher and gives how it ended. */
  run(...args: readonly string[]): Promise<Ended>;
  /** Runs JavaScript beside the launcher's files. */
  evaluate(code: string): Promise<Ended>;
  write(path: string, text: string): void;
  /** The verbs that npm was called with so far. */
  npmCalls(): readonly string[];
  remove(): void;
}

export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

export function sandbox(): Sandbox {
  const folder = mkdtempSync(join(tmpdir(), 'moot-launch-'));
  const at = (path: string) => join(folder, path);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  };
  cpSync(join(ROOT, 'launch.mjs'), at('launch.mjs'));
  cpSync(join(ROOT, 'tools/launch'), at('tools/launch'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write('package-lock.json', '{ "packages": {} }');
  write('apps/cli/src/main.ts', "console.log('ran', process.argv.slice(2).join(' '), 'in', process.cwd());");
  write('npm-cli.js', NPM);
  return {
    folder,
    write,
    run: (...args) => node([at('launch.mjs'), ...args], folder).ended,
    evaluate: (code) => node(['--input-type=module', '-e', code], folder).ended,
    npmCalls: () => (existsSync(at('calls')) ? readFileSync(at('calls'), 'utf8').trim().split('\n') : []),
    remove: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Starts Node with the sandbox's npm as the npm that it was called by. */
export function node(args: readonly string[], folder: string) {
  const env = { ...process.env, npm_execpath: join(folder, 'npm-cli.js'), npm_lifecycle_event: '' };
  const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'pipe' });
  let output = '';
  const ended = new Promise<Ended>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        output += String(chunk);
      });
    child.on('close', (code) => {
      resolve({ code, output });
    });
  });
  return { child, ended };
}

const NPM = `
import { appendFileSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
const home = new URL('.', import.meta.url);
appendFileSync(new URL('calls', home), process.argv[2] + '\\n');
if (existsSync(new URL('offline', home))) {
  console.error('npm error code ENOTFOUND');
  process.exit(1);
}
if (process.argv[2] === 'ci') mkdirSync('node_modules', { recursive: true });
if (process.argv[2] === 'install') {
  const name = process.argv.at(-1).split('@')[0];
  mkdirSync('node_modules/' + name + '/bin', { recursive: true });
  symlinkSync(process.execPath, 'node_modules/' + name + '/bin/node');
}
`;
