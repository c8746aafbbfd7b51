import type { FileFault } from '@moot/wire';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { EditorView } from 'codemirror';
import { datasetsQuery, schemaQuery } from '../asking.ts';
import { editorIn, goToSpot, markFaults } from './editor-view.ts';
import { namesAt } from './names.ts';
import { JsonSchema, type Schema } from './schema.ts';

/** The editor of an experiment file. `text` is what it begins with; from then on it says what is written. */
export function CodeEditor({ text, write, faults, spot }: CodeEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const begin = useBegin(text, write);
  useEffect(() => {
    if (!place.current) return undefined;
    const made = begin(place.current);
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    if (view.current) markFaults(view.current, faults);
  }, [faults]);
  useEffect(() => {
    if (view.current && spot) goToSpot(view.current, spot);
  }, [spot]);
  return <div ref={place} className="code-editor" />;
}

interface CodeEditorProps {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly faults: readonly FileFault[];
  /** Where to go; another object for each time that one wants to. */
  readonly spot: FileFault | undefined;
}

/** Makes the editor, which asks for what is known only when it needs it. */
function useBegin(text: string, write: (text: string) => void) {
  const schema = useSchema();
  const { data } = useQuery(datasetsQuery);
  const datasets = (data?.datasets ?? []).map(({ name }) => name);
  const written = useEffectEvent(write);
  const known = useEffectEvent(() => ({ schema, names: (path: readonly string[]) => namesAt(path, datasets) }));
  return useEffectEvent((parent: HTMLElement) => editorIn(parent, { text, written, known }));
}

/** Without a schema one can still write; the server checks all the same. */
function useSchema(): Schema | undefined {
  return useQuery({ ...schemaQuery, select: schemaIn }).data;
}

function schemaIn(reply: unknown): Schema | undefined {
  return JsonSchema.safeParse(reply).data;
}
