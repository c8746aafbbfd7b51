import type { ReactNode } from 'react';

interface FactsProps {
  readonly facts: readonly { readonly name: string; readonly value: ReactNode; readonly note?: string | undefined }[];
}

/** What is known, name by name. */
export function Facts({ facts }: FactsProps) {
  return (
    <dl className="facts">
      {facts.map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value} {note !== undefined && <span className="chip is-caution">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
