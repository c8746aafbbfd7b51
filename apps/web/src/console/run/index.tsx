/** The run page: replay, transcript, model calls, failures, setup. */
export function RunPage() {
  return null;
}
