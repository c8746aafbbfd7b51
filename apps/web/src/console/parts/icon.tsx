/** A sign beside words; never alone where a word fits, so it is silent. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

const PATHS = {
  check: 'M3.5 8.5 6.5 11.5 12.5 4.5',
  cross: 'm4 4 8 8M12 4l-8 8',
  warning: 'M8 2.8 14 13H2zM8 6.8v3M8 11.4v.1',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  down: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10',
  plus: 'M8 3v10M3 8h10',
} as const;
