/** One of a few words, chosen by a press. */
export function Segments<T extends string>({ label, options, chosen, choose }: SegmentsProps<T>) {
  return (
    <span className="segments" role="group" aria-label={label}>
      {options.map(({ value, words }) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => choose(value)}>
          {words}
        </button>
      ))}
    </span>
  );
}

interface SegmentsProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly words: string }[];
  readonly chosen: T;
  readonly choose: (value: T) => void;
}
