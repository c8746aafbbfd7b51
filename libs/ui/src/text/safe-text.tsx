import { Fragment } from 'react';
import { breakable } from './breakable.ts';
import { safe } from './safe.ts';

/** Text that a model or a file gave, as text nodes and nothing else. */
export function SafeText({ text }: { readonly text: string }) {
  const [first, ...rest] = breakable(safe(text));
  return (
    <>
      {first}
      {rest.map((part, i) => (
        <Fragment key={i}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </>
  );
}
