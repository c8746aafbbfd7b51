import type { RunPage } from '@moot/wire';
import { Segments } from '../parts/segments.tsx';
import type { Looking } from './looking.ts';
import { placesOf } from './places.ts';

interface PlaceChoiceProps {
  readonly page: RunPage;
  readonly looking: Looking;
  readonly look: (looking: Looking) => void;
}

/** Through whose eyes the transcript is read. Many seats do not fit beside each other, and become a list. */
export function PlaceChoice({ page, looking, look }: PlaceChoiceProps) {
  const places = placesOf(page);
  if (places.length <= MOST_BESIDE)
    return (
      <div className="place-choice">
        <Segments label="Seen by" options={places} chosen={looking} choose={look} />
      </div>
    );
  return (
    <label className="place-choice row">
      <span className="label">Seen by</span>
      <select
        className="input"
        value={looking}
        onChange={({ target }) => {
          const place = places.find(({ value }) => value === target.value);
          if (place) look(place.value);
        }}
      >
        {places.map(({ value, words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}

const MOST_BESIDE = 5;
