import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, ViewPlugin, type DecorationSet, type EditorView, type ViewUpdate } from '@codemirror/view';
import { tokensOf, type Token } from './tokens.ts';

/** Keys, values and comments in our own type, in what can be seen of the file. */
export const drawnTokens = ViewPlugin.define(
  (view) => {
    const drawing = {
      marks: marksIn(view),
      update(update: ViewUpdate) {
        if (update.docChanged || update.viewportChanged) drawing.marks = marksIn(update.view);
      },
    };
    return drawing;
  },
  { decorations: ({ marks }) => marks },
);

function marksIn({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    const lines = { first: state.doc.lineAt(from).number, last: state.doc.lineAt(to).number };
    for (let i = lines.first; i <= lines.last; i++) addLine(builder, state.doc.line(i));
  }
  return builder.finish();
}

function addLine(builder: RangeSetBuilder<Decoration>, line: { readonly from: number; readonly text: string }) {
  for (const { kind, from, to } of tokensOf(line.text)) builder.add(line.from + from, line.from + to, MARKS[kind]);
}

const MARKS: Readonly<Record<Token['kind'], Decoration>> = {
  comment: Decoration.mark({ class: 'is-comment' }),
  key: Decoration.mark({ class: 'is-key' }),
  value: Decoration.mark({ class: 'is-value' }),
};
