/** What Node sends, and TypeScript's library of the browser, which all rooms are checked with together, does not know yet. */
interface RequestInit {
  duplex?: 'half';
}
