import { memo } from 'react';
import { safe } from '../text/safe.ts';

/** The source, for those who may read it. */
export const SourceText = memo(function SourceText({ source }: { readonly source: string }) {
  return (
    <div className="source" tabIndex={0} role="region" aria-label="Source">
      {source.split(/\n\s*\n/).map((paragraph, i) => (
        <p key={i}>{safe(paragraph)}</p>
      ))}
    </div>
  );
});
