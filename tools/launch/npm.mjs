import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { Trouble } from './surroundings.mjs';

/** What ends us ends npm first: two at once in one folder would spoil it. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs npm under the given Node, found first on PATH too. Fails with words about what to do. */
export async function npm(node, args, cwd) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}` };
  // What npm says goes to stderr: stdout belongs to the verb.
  const child = spawn(node, [npmProgram(), ...args], { cwd, env, stdio: ['ignore', 2, 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + String(chunk)).slice(-20_000);
    process.stderr.write(chunk);
  });
  const stop = (signal) => child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, stop);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  for (const signal of SIGNALS) process.off(signal, stop);
  if (code !== 0) throw new Trouble(`\`npm ${args[0]}\` failed in ${cwd}. ${adviceOn(said)}`);
}

/** The npm that came with the Node we were started by: the packages that hold Node hold no npm. */
function npmProgram() {
  const called = process.env.npm_execpath ?? '';
  const home = dirname(process.execPath);
  const found = [
    called.replace(/npx-cli\.js$/, 'npm-cli.js'),
    join(home, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(home, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env.PATH ?? '').split(delimiter).map((folder) => realPathOf(join(folder, 'npm'))),
  ].find((path) => path.endsWith('npm-cli.js') && existsSync(path));
  if (found === undefined)
    throw new Trouble(
      'npm was not found beside Node nor on PATH: install Node from https://nodejs.org, npm comes with it.',
    );
  return found;
}

function realPathOf(path) {
  return existsSync(path) ? realpathSync(path) : '';
}

function adviceOn(said) {
  if (/ENOSPC/.test(said)) return 'The disk is full: about 1.5 GB are needed. Make room and start again.';
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(said))
    return "The package registry cannot be reached: connect to the network (behind a proxy: 'npm config set proxy …') and start again.";
  if (/EACCES|EPERM|EROFS/.test(said))
    return 'The folder cannot be written to: change its owner or its rights and start again.';
  if (/ETARGET|E404/.test(said))
    return 'The registry that npm is set to lacks a package: see `npm config get registry`.';
  return 'Its messages are above.';
}
