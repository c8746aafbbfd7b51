import { safe } from './safe.ts';

/** Text that a model or a file gave, as a text node and nothing else. */
export function SafeText({ text }: { readonly text: string }) {
  return <>{safe(text)}</>;
}
