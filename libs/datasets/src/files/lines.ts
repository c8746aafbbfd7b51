import { fault, type Fault } from '../rows/fault.ts';
import { bytes } from './bytes.ts';
import { badByte, encodingFault, hasMark, isUtf16 } from './utf8.ts';

/** The lines of a UTF-8 file, one at a time and never more than one in memory; a bad line is a fault, the next is read. */
export async function* lines(file: string): AsyncGenerator<Line | Fault> {
  let line = 1;
  let offset = 0;
  for await (const raw of rawLines(file)) {
    if (raw.kind === 'fault') {
      yield raw;
      return;
    }
    const text = raw.kind === 'long' ? tooLong(file, line) : decode(raw.bytes, { file, line, offset });
    yield text;
    if (line === 1 && raw.kind === 'raw' && isUtf16(raw.bytes)) return;
    line++;
    offset += raw.length;
  }
}

export interface Line {
  readonly kind: 'line';
  readonly line: number;
  readonly text: string;
}

export const LONGEST_LINE = 20_000_000;

interface Place {
  readonly file: string;
  readonly line: number;
  readonly offset: number;
}

interface Raw {
  readonly kind: 'raw';
  readonly bytes: Buffer;
  readonly length: number;
}

interface Long {
  readonly kind: 'long';
  readonly length: number;
}

async function* rawLines(file: string): AsyncGenerator<Raw | Long | Fault> {
  const parts: Buffer[] = [];
  let length = 0;

  for await (const piece of bytes(file)) {
    if (piece.kind === 'fault') {
      yield piece;
      return;
    }
    let rest = piece.bytes;
    for (let end = rest.indexOf(NEWLINE); end !== -1; end = rest.indexOf(NEWLINE)) {
      yield finish(parts, rest.subarray(0, end), length + end + 1);
      length = 0;
      rest = rest.subarray(end + 1);
    }
    length += rest.length;
    if (length <= LONGEST_LINE) parts.push(rest);
    else parts.length = 0;
  }
  if (length > 0) yield finish(parts, Buffer.alloc(0), length);
}

const NEWLINE = 0x0a;

function finish(parts: Buffer[], last: Buffer, length: number): Raw | Long {
  const whole = length > LONGEST_LINE ? undefined : Buffer.concat([...parts, last]);
  parts.length = 0;
  return whole === undefined ? { kind: 'long', length } : { kind: 'raw', bytes: whole, length };
}

function tooLong(file: string, line: number): Fault {
  const most = String(LONGEST_LINE / 1_000_000);
  return fault(
    { file, line },
    `This line is longer than ${most} MB. Give one object a line, and cut long texts in parts.`,
  );
}

function decode(raw: Buffer, { file, line, offset }: Place): Line | Fault {
  if (line === 1 && isUtf16(raw)) return fault({ file, line }, UTF16);
  const marked = line === 1 && hasMark(raw) ? 3 : 0;
  const bare = raw.subarray(marked, raw.at(-1) === 0x0d ? -1 : undefined);
  const bad = badByte(bare);
  if (bad === undefined) return { kind: 'line', line, text: bare.toString('utf8') };

  const column = bare.subarray(0, bad).toString('utf8').length + 1;
  return fault({ file, line, column }, encodingFault(bare[bad], offset + marked + bad));
}

const UTF16 = 'This file is UTF-16. Save it with the encoding UTF-8 and import it again.';
