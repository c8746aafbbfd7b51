import type { Watch } from './watch.ts';

/** The body of a response, piece by piece, for as long as the watch lets it come. */
export interface Body {
  /** Its first characters, from which its kind can be told. They come again in `pieces`. */
  readonly begin: () => Promise<string>;
  readonly pieces: () => AsyncGenerator<Piece, void, undefined>;
  /** Whether it has come to its end. */
  readonly isWhole: () => boolean;
  readonly close: () => void;
}

type Piece = Uint8Array<ArrayBuffer>;

export function bodyOf(response: Response, watch: Pick<Watch, 'signal' | 'beat'>): Body {
  const reader: ReadableStreamDefaultReader<Piece> | undefined = response.body?.getReader();
  const kept: Piece[] = [];
  let isWhole = reader === undefined;
  const close = () => {
    reader?.cancel().catch(() => undefined);
  };
  watch.signal.addEventListener('abort', close);

  async function read(): Promise<Piece | undefined> {
    if (!reader || isWhole) return undefined;
    const got = await reader.read().catch((error: unknown) => {
      if (!watch.signal.aborted) throw error;
    });
    if (!got || watch.signal.aborted) return undefined;
    watch.beat();
    isWhole = got.done;
    return got.value;
  }

  return {
    async begin() {
      for (;;) {
        const text = new TextDecoder().decode(Buffer.concat(kept)).trimStart();
        if (text.length >= ENOUGH) return text;
        const piece = await read();
        if (!piece) return text;
        kept.push(piece);
      }
    },
    async *pieces() {
      yield* kept.splice(0);
      for (let piece = await read(); piece; piece = await read()) yield piece;
    },
    isWhole: () => isWhole,
    close,
  };
}

/** A body as text, at most so many bytes of it. */
export async function textOf(
  body: Body,
  most: number,
): Promise<{ readonly text: string; readonly isTooLong: boolean }> {
  const pieces: Piece[] = [];
  let size = 0;
  for await (const piece of body.pieces()) {
    pieces.push(piece.subarray(0, most - size));
    size += piece.length;
    if (size > most) break;
  }
  return { text: new TextDecoder().decode(Buffer.concat(pieces)), isTooLong: size > most };
}

// As much as tells `data: {` from `{"error"` and from `<html`.
const ENOUGH = 8;
