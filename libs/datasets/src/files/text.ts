import { fault, type Fault } from '../rows/fault.ts';
import { bytes } from './bytes.ts';
import { badByte, encodingFault, hasMark, isUtf16 } from './utf8.ts';

/**
 * The text of a UTF-8 file, piece by piece, without its byte order mark and with one kind of line break, so that lines can
 * be counted. Wrong bytes end it with a fault.
 */
export async function* unixText(file: string): AsyncGenerator<Text | Fault> {
  let held = '';
  for await (const piece of text(file)) {
    if (piece.kind === 'fault') {
      yield piece;
      return;
    }
    const all = held + piece.text;
    held = all.endsWith('\r') ? '\r' : '';
    yield { kind: 'text', text: all.slice(0, all.length - held.length).replace(/\r\n?/g, '\n') };
  }
  if (held !== '') yield { kind: 'text', text: '\n' };
}

export interface Text {
  readonly kind: 'text';
  readonly text: string;
}

async function* text(file: string): AsyncGenerator<Text | Fault> {
  let offset = 0;
  let rest: Buffer = Buffer.alloc(0);

  for await (const piece of bytes(file)) {
    if (piece.kind === 'fault') {
      yield piece;
      return;
    }
    const all = Buffer.concat([rest, piece.bytes]);
    const whole = all.subarray(offset === 0 && hasMark(all) ? 3 : 0, cut(all));
    const found = offset === 0 && isUtf16(all) ? UTF16 : wrong(whole, offset + cut(all) - whole.length);
    if (found !== undefined) {
      yield fault({ file }, found);
      return;
    }
    yield { kind: 'text', text: whole.toString('utf8') };
    offset += cut(all);
    rest = all.subarray(cut(all));
  }
  const found = wrong(rest, offset);
  if (found !== undefined) yield fault({ file }, found);
}

const UTF16 = 'This file is UTF-16 ("Unicode text" in spreadsheets). Save it as "CSV UTF-8" and import it again.';

/** Where the last character begins that may go on in the next piece. */
function cut(all: Buffer): number {
  for (let i = all.length - 1; i >= Math.max(0, all.length - 3); i--) {
    const byte = all[i] ?? 0;
    if (byte >= 0xc0) return i;
    if (byte < 0x80) return i + 1;
  }
  return all.length;
}

function wrong(whole: Buffer, offset: number): string | undefined {
  const bad = badByte(whole);
  return bad === undefined ? undefined : encodingFault(whole[bad], offset + bad);
}
