import { useEffect, useRef } from 'react';
import { SHEET } from './keys.ts';

interface KeySheetProps {
  readonly keys: 'on' | 'off';
  readonly onKeys: (keys: 'on' | 'off') => void;
  readonly onClose: () => void;
}

/** The keys, and the switch that turns them off. */
export function KeySheet({ keys, onKeys, onClose }: KeySheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="sheet" aria-label="Keys" onClose={onClose}>
      <h2>Keys</h2>
      <KeyList />
      <label className="check">
        <input
          type="checkbox"
          checked={keys === 'on'}
          onChange={(event) => onKeys(event.target.checked ? 'on' : 'off')}
        />
        <span>Keys are on</span>
      </label>
      <form method="dialog">
        <button className="btn">Close</button>
      </form>
    </dialog>
  );
}

export function KeyList() {
  return (
    <dl className="keys">
      {SHEET.map(([key, words]) => (
        <div key={key}>
          <dt>
            {key.split(/\s+/).map((each) => (
              <kbd key={each}>{each}</kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
