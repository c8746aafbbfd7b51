/** Where in the window what can be read begins and ends: under the bar, and on a narrow page above the dock. */
export function placeInWindow(): { readonly top: number; readonly bottom: number } {
  if (!window.matchMedia('(max-width: 900px)').matches) return { top: 76, bottom: window.innerHeight };
  const dock = Number.parseFloat(document.documentElement.style.getPropertyValue('--dock')) || 0;
  return { top: 116, bottom: window.innerHeight - dock };
}
