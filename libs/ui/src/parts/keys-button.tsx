import { IconKeyboard } from '@tabler/icons-react';

/** Opens the sheet of keys. */
export function KeysButton({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <button type="button" className="btn is-plain is-small keys-button" aria-label="Keys" onClick={onOpen}>
      <IconKeyboard className="icon wide-only" aria-hidden />
      <kbd>?</kbd>
    </button>
  );
}
