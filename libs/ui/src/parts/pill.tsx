import { IconArrowDown } from '@tabler/icons-react';

/** What lies further down, and the way there. */
export function Pill({ words, onGo }: { readonly words: string; readonly onGo: () => void }) {
  return (
    <button type="button" className="pill" onClick={onGo}>
      <IconArrowDown className="icon" aria-hidden />
      {words}
    </button>
  );
}
