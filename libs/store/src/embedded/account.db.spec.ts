import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { inProcess, isRoot, NOBODY, temporaryFolder } from '../testing/places.ts';
import { openEmbedded, stopEmbedded } from './open.ts';
import { readPidFile } from './pid-file.ts';

it.skipIf(!isRoot)('a database made by somebody who is not root runs as its owner when root opens it', async () => {
  const home = await temporaryFolder(NOBODY);
  const folder = join(home.path, 'data');
  onTestFinished(async () => {
    await stopEmbedded({ folder });
    await home.remove();
  });
  const lines = `import { openEmbedded } from ${JSON.stringify(import.meta.resolve('./open.ts'))};
    const one = await openEmbedded({ folder: '${folder}', sync: 'never' });
    await one.release();
    console.log(one.wasStarted)`;
  expect(await inProcess(lines, NOBODY)).toBe('true');

  await openEmbedded({ folder });
  const server = await readPidFile(join(folder, 'postgres'));
  expect((await stat(`/proc/${server?.pid ?? 0}`)).uid).toBe(NOBODY.uid);
});
