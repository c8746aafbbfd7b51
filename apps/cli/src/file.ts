import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';

/** The text of an experiment file; what is too large for one, or not UTF-8, is refused in words. */
export async function textOf(file: string): Promise<string> {
  const bytes = await bytesOf(file);
  if (bytes.length > MOST_BYTES)
    throw new Error(`${file} is larger than ${MOST_BYTES / 1e6} MB: an experiment file has a few kilobytes`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    const line = bytes.subarray(0, firstWrong(bytes)).filter((byte) => byte === LINE_FEED).length + 1;
    throw new Error(`${file}:${line}: a byte is not UTF-8; save the file as UTF-8`, { cause });
  }
}

const MOST_BYTES = 1_000_000;
const LINE_FEED = 10;

/** At most a byte more than may be; a file may be a pipe. */
async function bytesOf(file: string): Promise<Buffer> {
  try {
    return await buffer(createReadStream(file, { end: MOST_BYTES }));
  } catch (cause) {
    throw new Error(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/** Where the first byte stands that makes the text no UTF-8: all before it can be read. */
function firstWrong(bytes: Buffer): number {
  let [least, most] = [0, bytes.length];
  while (least < most) {
    const middle = (least + most) >> 1;
    if (isReadable(bytes.subarray(0, middle + 1))) least = middle + 1;
    else most = middle;
  }
  return least;
}

/** Whether bytes are UTF-8, or the beginning of it. */
function isReadable(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
