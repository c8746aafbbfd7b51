import { safe } from '@moot/ui';
import { useLayoutEffect, useRef, type ReactNode } from 'react';

/** Something that lies above the page until it is closed: in the middle, or as a panel at the side. */
export function Dialog({ title, place = 'middle', close, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Closed before it leaves the page, so that the browser gives the focus back to where it was.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={place === 'side' ? 'dialog is-side' : 'dialog'}
      aria-label={safe(title)}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className="dialog-in">
        <header className="between">
          <h2>{safe(title)}</h2>
          {place === 'side' && (
            <button type="button" className="btn is-small" onClick={close}>
              Close
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  );
}

interface DialogProps {
  readonly title: string;
  readonly place?: 'middle' | 'side';
  readonly close: () => void;
  readonly children: ReactNode;
}
