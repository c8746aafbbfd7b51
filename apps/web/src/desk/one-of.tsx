import { SafeText } from '@moot/ui';
import { useId } from 'react';

interface OneOfProps {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly words: string }[];
  readonly chosen: string;
  readonly choose: (value: string) => void;
}

/** One of some values, each a button. */
export function OneOf({ label, options, chosen, choose }: OneOfProps) {
  const id = useId();
  return (
    <div className="field">
      <span className="label" id={id}>
        {label}
      </span>
      <div className="segments is-stacked" role="group" aria-labelledby={id}>
        {options.map(({ value, words }) => (
          <button key={value} type="button" aria-pressed={chosen === value} onClick={() => choose(value)}>
            <SafeText text={words} />
          </button>
        ))}
      </div>
    </div>
  );
}
