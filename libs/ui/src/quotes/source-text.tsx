import { memo } from 'react';
import { SafeText } from '../text/safe-text.tsx';

/** The source, for those who may read it. */
export const SourceText = memo(function SourceText({ source }: { readonly source: string }) {
  return (
    <div className="source" tabIndex={0} role="region" aria-label="Source">
      {source.split(/\n\s*\n/).map((paragraph, i) => (
        <p key={i}>
          <SafeText text={paragraph} />
        </p>
      ))}
    </div>
  );
});
