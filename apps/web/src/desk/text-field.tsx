import type { TurnForm } from '@moot/wire';
import { textLength } from './field-words.ts';

interface TextFieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly length: TurnForm['length'];
  readonly fill: (text: string) => void;
}

/** A text of one's own, with how long it is to be and how long it is. */
export function TextField({ label, name, value, length, fill }: TextFieldProps) {
  const told = textLength({ length }, value);
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <textarea
        id={name}
        className="input"
        rows={length?.max === undefined || length.max > 60 ? 7 : 3}
        maxLength={20_000}
        value={value}
        aria-describedby={told === undefined ? undefined : `${name}-length`}
        onChange={(event) => fill(event.target.value)}
      />
      {told !== undefined && (
        <span className="aside" id={`${name}-length`}>
          {told}
        </span>
      )}
    </div>
  );
}
