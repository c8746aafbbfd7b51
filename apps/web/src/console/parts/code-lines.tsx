import { safe } from '@moot/ui';
import { Fragment } from 'react';
import { tokensOf } from '../editor/tokens.ts';

/** YAML to be read, not written. */
export function CodeLines({ text, label }: { readonly text: string; readonly label: string }) {
  return (
    <pre className="yaml" tabIndex={0} role="region" aria-label={label}>
      {safe(text)
        .replace(/\n$/, '')
        .split('\n')
        .map((line, i) => (
          <span key={i} className="ln" data-n={i + 1}>
            <Drawn line={line} />
          </span>
        ))}
    </pre>
  );
}

function Drawn({ line }: { readonly line: string }) {
  const tokens = tokensOf(line);
  const end = tokens.at(-1)?.to ?? 0;
  return (
    <>
      {tokens.map(({ kind, from, to }, i) => (
        <Fragment key={from}>
          {line.slice(tokens[i - 1]?.to ?? 0, from)}
          <span className={LOOKS[kind]}>{line.slice(from, to)}</span>
        </Fragment>
      ))}
      {line.slice(end)}
    </>
  );
}

const LOOKS = { comment: 'cm', key: 'key', value: 'val' } as const;
