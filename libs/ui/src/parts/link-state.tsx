/** Live; a beat was missed; none came for ten seconds. */
export type Link = 'live' | 'reconnecting' | 'offline';

/** The state of the link to the server: a shape, then words. The words alone must do. */
export function LinkState({ link }: { readonly link: Link }) {
  const { className, words } = LINKS[link];
  return (
    <span className={className} role="status">
      {words}
    </span>
  );
}

const LINKS = {
  live: { className: 'state', words: 'Live' },
  reconnecting: { className: 'state is-waiting', words: 'Reconnecting, your work is kept' },
  offline: { className: 'state is-offline', words: 'Offline' },
};
