import { SafeText, SeatMark, seatInText, seatName, type Brief } from '@moot/ui';
import type { Asks } from './drafts.ts';
import { fieldLabel, fieldMissing, itemLabel, valueLabel } from './field-words.ts';
import type { Field, Filled } from './fields.ts';
import { strings, withPlace } from './filled.ts';
import { OneOf } from './one-of.tsx';
import { TextField } from './text-field.tsx';

export interface FieldProps {
  readonly field: Field;
  readonly turn: Asks;
  readonly brief: Brief;
  /** Who can be asked. */
  readonly seats: readonly string[];
  readonly filled: Filled;
  readonly fill: (value: unknown) => void;
}

/** One field of a turn's form, drawn by its form alone. */
export function FieldView(props: FieldProps) {
  const { field, turn, brief, filled, fill } = props;
  const label = fieldLabel(field, turn, filled);
  const value = filled[field.name];
  switch (field.form) {
    case 'text':
      return <TextField {...{ label, fill, length: turn.length, name: field.name }} value={text(value)} />;
    case 'texts':
    case 'picks':
      return <Several {...props} field={field} />;
    case 'one-of':
      return <OneOf label={label} options={worded(field.name, field.values)} chosen={text(value)} choose={fill} />;
    case 'yes-no':
      return (
        <OneOf
          label={label}
          options={worded(field.name, ['yes', 'no'])}
          chosen={typeof value === 'boolean' ? (value ? 'yes' : 'no') : ''}
          choose={(chosen) => fill(chosen === 'yes')}
        />
      );
    case 'option':
      return (
        <OneOf
          label={label}
          options={brief.listed.map((option) => ({ value: String(option), words: brief.options[option] ?? '' }))}
          chosen={String(value)}
          choose={(chosen) => fill(Number(chosen))}
        />
      );
    case 'number':
      return <NumberField label={label} field={field} value={value} fill={fill} />;
    case 'seats':
      return <Seats {...props} label={label} />;
    case 'unknown':
      return <p className="aside">{fieldMissing(field)}</p>;
  }
}

/** Values with their words. */
function worded(name: string, values: readonly string[]) {
  return values.map((value) => ({ value, words: valueLabel(name, value) }));
}

/** Several texts or choices of the same kind. */
function Several({
  field,
  turn,
  filled,
  fill,
}: FieldProps & { readonly field: Extract<Field, { form: 'texts' | 'picks' }> }) {
  const value = filled[field.name];
  const put = (place: number) => (text: string) => fill(withPlace(value, place, text));
  return Array.from({ length: field.count }, (_, place) =>
    field.form === 'texts' ? (
      <TextField
        key={place}
        label={itemLabel(field, place)}
        name={`${field.name}-${place}`}
        value={strings(value)[place] ?? ''}
        length={turn.length}
        fill={put(place)}
      />
    ) : (
      <OneOf
        key={place}
        label={itemLabel(field, place)}
        options={worded(field.name, field.values)}
        chosen={strings(value)[place] ?? ''}
        choose={put(place)}
      />
    ),
  );
}

interface NumberProps {
  readonly label: string;
  readonly field: Extract<Field, { form: 'number' }>;
  readonly value: unknown;
  readonly fill: (value: unknown) => void;
}

function NumberField({ label, field: { name, least, most }, value, fill }: NumberProps) {
  return (
    <div className="field">
      <label className="label" htmlFor={name}>
        {label}
      </label>
      <input
        id={name}
        className="input"
        type="number"
        min={least}
        max={most}
        step="any"
        value={typeof value === 'number' ? value : ''}
        onChange={({ target }) => fill(target.value === '' ? undefined : target.valueAsNumber)}
      />
    </div>
  );
}

/** To whom something is put. Where only one can be asked there is nothing to choose. */
function Seats({ field, seats, filled, fill, label }: FieldProps & { readonly label: string }) {
  const asked = strings(filled[field.name]);
  const [only] = seats;
  if (seats.length === 1 && only !== undefined) return <p className="aside">Put to {seatInText(only)}.</p>;
  return (
    <div className="field">
      <span className="label">{label}</span>
      <div className="row is-asked" role="group" aria-label={label}>
        {seats.map((seat) => (
          <label className="check" key={seat}>
            <input
              type="checkbox"
              checked={asked.includes(seat)}
              onChange={() => fill(asked.includes(seat) ? asked.filter((each) => each !== seat) : [...asked, seat])}
            />
            <SeatMark seat={seat} />
            {seat.length > 1 && <SafeText text={seatName(seat)} />}
          </label>
        ))}
      </div>
    </div>
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
