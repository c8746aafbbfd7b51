/** A list in pieces of at most `size`. */
export function inChunks<X>(list: readonly X[], size: number): readonly (readonly X[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}

/** A stream in pieces of at most `size`. */
export async function* gathered<X>(stream: AsyncIterable<X>, size: number): AsyncGenerator<readonly X[]> {
  let piece: X[] = [];
  for await (const each of stream) {
    piece.push(each);
    if (piece.length < size) continue;
    yield piece;
    piece = [];
  }
  if (piece.length > 0) yield piece;
}
