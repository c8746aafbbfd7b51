/** A promise that a test resolves itself, from wherever what it waits for happens. */
export function promised<X>(): { readonly promise: Promise<X>; readonly resolve: (value: X) => void } {
  let resolve: (value: X) => void = () => undefined;
  const promise = new Promise<X>((settle) => (resolve = settle));
  return { promise, resolve: (value) => resolve(value) };
}
