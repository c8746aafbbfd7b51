/** Lets the last of many values through, once a frame; in a page out of sight, which has no frames, twice a second. */
export function eachFrame<T>(take: (value: T) => void): {
  readonly put: (value: T) => void;
  readonly stop: () => void;
} {
  let waiting: { readonly value: T } | undefined;
  let cancel: (() => void) | undefined;

  function pass(): void {
    cancel = undefined;
    const last = waiting;
    waiting = undefined;
    if (last) take(last.value);
  }
  function put(value: T): void {
    waiting = { value };
    cancel ??= soon(pass);
  }
  return { put, stop: () => cancel?.() };
}

function soon(act: () => void): () => void {
  if (document.visibilityState === 'hidden') {
    const timer = setTimeout(act, 500);
    return () => clearTimeout(timer);
  }
  const frame = requestAnimationFrame(act);
  return () => cancelAnimationFrame(frame);
}
