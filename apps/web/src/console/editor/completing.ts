import type { CompletionSource } from '@codemirror/autocomplete';
import { offersAt } from './complete.ts';
import type { Schema } from './schema.ts';

/** What the editor knows of files besides what is written. */
export interface Known {
  readonly schema: Schema | undefined;
  readonly names: (path: readonly string[]) => readonly string[];
}

/** Completes settings and their values. On an empty line only when asked, so that a new line is just that. */
export function completing(known: () => Known): CompletionSource {
  return ({ state, pos, explicit }) => {
    const { schema, names } = known();
    const isEmpty =
      state.doc
        .lineAt(pos)
        .text.slice(0, pos - state.doc.lineAt(pos).from)
        .trim() === '';
    if (!schema || (isEmpty && !explicit)) return null;
    const { from, offers } = offersAt(schema, { text: state.doc.toString(), head: state.sliceDoc(0, pos), names });
    if (offers.length === 0) return null;
    return {
      from,
      validFor: /^[\w/.-]*$/,
      options: offers.map(({ label, apply, detail, kind }) => ({ label, apply, detail, type: kind })),
    };
  };
}
