import { resolved } from './resolved.ts';

/** Gives the reader a file, as if it had been a link. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken hold of the file by then.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}

/** A drawing as a file that stands by itself: in the light theme, whatever the page is in. */
export function svgFile(drawing: Element): string {
  const probe = document.createElement('div');
  probe.style.colorScheme = 'light';
  document.body.append(probe);
  const svg = new XMLSerializer().serializeToString(drawing);
  const file = resolved(svg, (name) => valueIn(probe, name));
  probe.remove();
  return file;
}

/** A colour as the probe's theme has it, and anything else as it is written. */
function valueIn(probe: HTMLElement, name: string): string {
  const written = getComputedStyle(probe).getPropertyValue(name);
  probe.style.color = '';
  probe.style.color = `var(${name})`;
  return CSS.supports('color', written.trim()) ? getComputedStyle(probe).color : written;
}
