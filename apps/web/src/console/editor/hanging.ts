import { RangeSetBuilder } from '@codemirror/state';
import { Decoration, EditorView, ViewPlugin, type DecorationSet, type ViewUpdate } from '@codemirror/view';

const STEP = 2;
/** Deeper than this, a narrow page would have no room left. */
const DEEPEST = 16;

// By classes, since the page allows no styles in attributes.
const LINES = Array.from({ length: DEEPEST + 1 }, (_each, i) => Decoration.line({ class: classFor(i) }));

/** Lines that are too long go on under their own beginning, a step further in: at the margin they would look like other keys. */
export const hanging = [
  ViewPlugin.define(
    (view) => {
      const drawing = {
        lines: linesIn(view),
        update(update: ViewUpdate) {
          if (update.docChanged || update.viewportChanged) drawing.lines = linesIn(update.view);
        },
      };
      return drawing;
    },
    { decorations: ({ lines }) => lines },
  ),
  EditorView.theme(rules()),
];

/** How far in the rest of a line begins, in letters. */
export function hangOf(text: string): number {
  const begins = /^ */.exec(text)?.[0].length ?? 0;
  const sign = /^(?:#+ *|- *)+/.exec(text.slice(begins))?.[0].length;
  return Math.min(begins + (sign ?? STEP), DEEPEST);
}

function linesIn({ state, visibleRanges }: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    const lines = { first: state.doc.lineAt(from).number, last: state.doc.lineAt(to).number };
    for (let i = lines.first; i <= lines.last; i++) addLine(builder, state.doc.line(i));
  }
  return builder.finish();
}

function addLine(
  builder: RangeSetBuilder<Decoration>,
  { from, text }: { readonly from: number; readonly text: string },
) {
  const line = LINES[hangOf(text)];
  if (line) builder.add(from, from, line);
}

function rules(): Parameters<typeof EditorView.theme>[0] {
  const each = LINES.map(
    (_line, i) => [`.cm-line.${classFor(i)}`, { paddingLeft: `calc(6px + ${i}ch)`, textIndent: `-${i}ch` }] as const,
  );
  return Object.fromEntries(each);
}

function classFor(letters: number): string {
  return `hangs-${letters}`;
}
