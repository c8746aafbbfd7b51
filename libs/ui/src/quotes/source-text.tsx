import { memo } from 'react';
import { SafeText } from '../text/safe-text.tsx';

interface SourceTextProps {
  readonly source: string;
  /** A box that scrolls by itself, or as high as it is. */
  readonly extent?: 'boxed' | 'whole';
}

/** The source, for those who may read it. */
export const SourceText = memo(function SourceText({ source, extent = 'boxed' }: SourceTextProps) {
  const box = extent === 'boxed' ? { className: 'source', tabIndex: 0 } : { className: 'source is-whole' };
  return (
    <div {...box} role="region" aria-label={extent === 'boxed' ? 'Source' : 'The text'}>
      {source.split(/\n\s*\n/).map((paragraph, i) => (
        <p key={i}>
          <SafeText text={paragraph} />
        </p>
      ))}
    </div>
  );
});
