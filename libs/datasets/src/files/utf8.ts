/** The position of the first byte that is not UTF-8; undefined where all are. A character cut off at the end counts. */
export function badByte(bytes: Buffer): number | undefined {
  if (isGood(bytes, 'whole')) return undefined;

  // A prefix may end inside a character, so a longer prefix is bad whenever a shorter one is.
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (middle <= bytes.length && isGood(bytes.subarray(0, middle), 'cut')) good = middle;
    else bad = middle;
  }
  const before = bytes.subarray(0, good);
  return isGood(before, 'whole') ? good : startOfLast(before);
}

/** The words for a file in another encoding. `offset` counts from 0 at the file's first byte. */
export function encodingFault(byte: number | undefined, offset: number): string {
  const shown = byte === undefined ? '' : ` (0x${byte.toString(16).toUpperCase().padStart(2, '0')})`;
  return `Byte ${String(offset)} of the file${shown} is not UTF-8. Save the file with the encoding UTF-8 and import it again.`;
}

/** Whether a file begins as UTF-16 does, which spreadsheets call "Unicode text". */
export function isUtf16(start: Buffer): boolean {
  return (start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff);
}

export function hasMark(start: Buffer): boolean {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
}

function isGood(bytes: Buffer, end: 'whole' | 'cut'): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: end === 'cut' });
    return true;
  } catch {
    return false;
  }
}

function startOfLast(bytes: Buffer): number {
  let start = bytes.length - 1;
  while (start > 0 && ((bytes[start] ?? 0) & 0xc0) === 0x80) start--;
  return start;
}
