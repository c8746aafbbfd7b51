/** Whether what was given is with the server. `unsent` names what is not: 'belief', 'verdict', 'answer'. */
export type Saved =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'unsent'; readonly what: readonly string[] };

/** The state of saving in words; a time is the server's. */
export function savedWords(saved: Saved): string {
  switch (saved.kind) {
    case 'nothing':
      return '';
    case 'saving':
      return 'Saving…';
    case 'saved':
      return `Saved ${clock(saved.at)}`;
    case 'unsent':
      return `Not sent yet: ${counted(saved.what)}`;
  }
}

/** 12:03:04, where the reader is. */
export function clock(at: string): string {
  const time = new Date(at);
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}

function counted(what: readonly string[]): string {
  const kinds = [...new Set(what)];
  return kinds
    .map((kind) => ({ kind, count: what.filter((each) => each === kind).length }))
    .map(({ kind, count }) => `${count} ${count === 1 ? kind : `${kind}s`}`)
    .join(', ');
}
