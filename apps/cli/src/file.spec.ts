import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { textOf } from './file.ts';

const folder = mkdtempSync(join(tmpdir(), 'moot-file-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileOf(content: string | Buffer): string {
  const file = join(folder, 'experiment.yaml');
  writeFileSync(file, content);
  return file;
}

it('a byte order mark is no part of the text', async () => {
  expect(await textOf(fileOf('\ufeffname: größe\n'))).toBe('name: größe\n');
});

it('the line of the first byte that is not UTF-8 is named', async () => {
  const file = fileOf(Buffer.concat([Buffer.from('name: größe\nseed: 7\ntitle: '), Buffer.from([0xe4, 0x20])]));
  await expect(textOf(file)).rejects.toThrow(`${file}:3: a byte is not UTF-8; save the file as UTF-8`);
});

it('a text that ends in the middle of a character is refused too', async () => {
  const file = fileOf(Buffer.from('name: ä').subarray(0, -1));
  await expect(textOf(file)).rejects.toThrow(`${file}:1: a byte is not UTF-8`);
});

it('what is too large for an experiment file is not read to its end', async () => {
  const file = fileOf('#'.repeat(10_000_000));
  await expect(textOf(file)).rejects.toThrow(`${file} is larger than 1 MB: an experiment file has a few kilobytes`);
});

it.each([
  ['nowhere.yaml', 'ENOENT'],
  ['', 'EISDIR'],
])('a file that cannot be read is named: %j', async (name, code) => {
  const file = join(folder, name);
  await expect(textOf(file)).rejects.toThrow(new RegExp(`^${file} cannot be read: ${code}`));
});
