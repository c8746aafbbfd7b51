import type { Desk } from '@moot/wire';
import { queueWords, ticksOf } from './queue-words.ts';

/** How far one has come with one's runs. */
export function DeskBar({ queue }: { readonly queue: Desk['queue'] }) {
  const { place, rest } = queueWords(queue);
  const ticks = ticksOf(queue);
  if (queue.total === 0) return null;
  return (
    <div className="queue">
      {ticks.length > 0 && (
        <ol className="wide-only" aria-hidden="true">
          {ticks.map((tick, i) => (
            <li key={i} className={tick} />
          ))}
        </ol>
      )}
      <span>
        <b>{place}</b>
        {rest !== '' && <span className="wide-only"> · {rest}</span>}
      </span>
    </div>
  );
}
