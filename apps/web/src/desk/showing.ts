/** Brings the next speech below the top of the window into sight, and puts the focus on it; after the last comes the first. */
export function showNextSpeech(): void {
  const speeches = [...document.querySelectorAll<HTMLElement>('[data-speech]')];
  const next = speeches.find((speech) => speech.getBoundingClientRect().top > TOP) ?? speeches[0];
  show(next);
}

/** Brings the quotes into sight. On a narrow page their tab has to be drawn first. */
export function showQuotes(): void {
  requestAnimationFrame(() => show(document.getElementById('quotes') ?? undefined));
}

/** What lies under the bar counts as seen. */
const TOP = 120;

function show(element: HTMLElement | undefined): void {
  element?.scrollIntoView({ block: 'start' });
  element?.focus({ preventScroll: true });
}
