import type { Ask, Attempt, ModelRequest } from '@moot/runner';
import { unasked } from './attempt.ts';

/** What a scripted model says: a reply, or an attempt that ends otherwise. */
export type ScriptedLine = string | Partial<Attempt>;

/** A model that says its lines in order, or what a function makes of the request. For tests and demonstrations. */
export function scripted(lines: readonly ScriptedLine[] | ((request: ModelRequest) => ScriptedLine)): Ask {
  let next = 0;
  const lineFor = (request: ModelRequest) => {
    if (typeof lines === 'function') return lines(request);
    next += 1;
    return lines[next - 1];
  };
  return (request, { signal, hear }) => {
    if (signal.aborted) return Promise.resolve(unasked('stopped', 'stopped before it was asked'));
    const line = lineFor(request);
    if (line === undefined) return Promise.resolve(unasked('rejected', `the script has only ${next - 1} lines`));
    const said = typeof line === 'string' ? { text: line } : line;
    if (hear && said.text !== undefined) hear(said.text);
    return Promise.resolve({ status: 'ok', text: '', ms: 0, sent: {}, simulated: false, ...said });
  };
}
