import { join } from 'node:path';
import { generateClient, isClientGenerated } from './client.mjs';
import { withLock } from './lock.mjs';
import { installNode, presentNode } from './node.mjs';
import { arePackagesInstalled, installPackages } from './packages.mjs';
import { ROOT } from './surroundings.mjs';

/** Makes sure of Node, the packages and the database client, and gives the path of the Node to use. */
export async function prepare() {
  const node = presentNode();
  if (node !== undefined && arePackagesInstalled(node) && isClientGenerated()) return node.path;
  const waiting = (pid) => console.error(`Another start is installing (process ${pid}); waiting for it …`);
  return withLock(join(ROOT, '.node', 'installing'), mend, waiting);
}

/** Everything is looked at again: whoever held the lock before has done it most likely. */
async function mend() {
  const node = presentNode() ?? (await installNode());
  if (!arePackagesInstalled(node)) await installPackages(node);
  if (!isClientGenerated()) generateClient(node.path);
  return node.path;
}
