import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Row } from '@moot/experiment';
import { lines } from '../files/lines.ts';
import type { Fault } from '../rows/fault.ts';
import { fault } from '../rows/fault.ts';
import type { Gate } from '../rows/gate.ts';

/** Reads the `.txt` files of a folder as sources: the name is the key, the first line the title, the rest the text. */
export async function* readTexts(folder: string, doors: Gate): AsyncGenerator<Row> {
  const names = await textFiles(folder);
  if (names.length === 0) yield fault({ file: folder }, 'There are no .txt files here. Put the texts in this folder.');

  for (const name of names) {
    const file = join(folder, name);
    const read = await linesOf(file);
    if ('kind' in read) yield read;
    else {
      const [title = '', ...rest] = read;
      yield* doors.source({ key: basename(name, '.txt'), title: title.trim(), text: rest.join('\n').trim() }, { file });
    }
  }
}

export async function isDirectory(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function textFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  } catch {
    return [];
  }
}

async function linesOf(file: string): Promise<readonly string[] | Fault> {
  const read: string[] = [];
  for await (const line of lines(file)) {
    if (line.kind === 'fault') return line;
    read.push(line.text);
  }
  return read;
}
