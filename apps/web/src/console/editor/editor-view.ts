import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { yaml } from '@codemirror/lang-yaml';
import { EditorState } from '@codemirror/state';
import { hoverTooltip } from '@codemirror/view';
import type { FileFault } from '@moot/wire';
import { basicSetup, EditorView } from 'codemirror';
import { completing, type Known } from './completing.ts';
import { meaningAt } from './complete.ts';
import { drawnTokens } from './drawn-tokens.ts';
import { theme } from './editor-theme.ts';
import { hanging } from './hanging.ts';
import { faultParts, spanOf } from './places.ts';

/** An editor in a place of the page. */
export function editorIn(parent: HTMLElement, { text, written, known }: Beginning): EditorView {
  const nonce = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
  // One and the same each time it is asked for, else the editor begins anew.
  const completion = [{ autocomplete: completing(known) }];
  return new EditorView({
    parent,
    doc: text,
    extensions: [
      EditorView.cspNonce.of(nonce),
      basicSetup,
      yaml(),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ 'aria-label': 'The experiment as YAML', spellcheck: 'false' }),
      EditorState.tabSize.of(2),
      EditorState.languageData.of(() => completion),
      lintGutter(),
      drawnTokens,
      hanging,
      theme,
      explaining(known),
      EditorView.updateListener.of(({ docChanged, state }) => {
        if (docChanged) written(state.doc.toString());
      }),
    ],
  });
}

interface Beginning {
  readonly text: string;
  readonly written: (text: string) => void;
  readonly known: () => Known;
}

/** Marks what is wrong where it stands; what stands nowhere is only in the list. */
export function markFaults(view: EditorView, faults: readonly FileFault[]) {
  const text = view.state.doc.toString();
  const placed = faults.filter(({ line }) => line !== null);
  const marks = placed.map((fault) => {
    const { field, why } = faultParts(fault);
    return { ...spanOf(text, fault), severity: 'error' as const, message: `${field} ${why}`.trim() };
  });
  view.dispatch(setDiagnostics(view.state, marks));
}

/** Puts the cursor where a fault stands, and shows it. */
export function goToSpot(view: EditorView, fault: FileFault) {
  const { from, to } = spanOf(view.state.doc.toString(), fault);
  view.dispatch({ selection: { anchor: from, head: to }, effects: EditorView.scrollIntoView(from, { y: 'center' }) });
  view.focus();
}

/** Says what a setting takes when one rests on it. */
function explaining(known: () => Known) {
  return hoverTooltip((view, at) => {
    const { schema } = known();
    const word = view.state.wordAt(at);
    if (!schema || !word) return null;
    const said = meaningAt(schema, view.state.doc.toString(), view.state.sliceDoc(0, word.to));
    return said === undefined ? null : { pos: word.from, end: word.to, create: () => ({ dom: spoken(said) }) };
  });
}

function spoken(words: string): HTMLElement {
  const element = document.createElement('div');
  element.className = 'meaning';
  element.textContent = words;
  return element;
}
