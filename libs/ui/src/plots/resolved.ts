/** An SVG's text with every `var(--name)` replaced by what it stands for: outside of the page there are no such variables. */
export function resolved(svg: string, valueOf: (name: string) => string): string {
  const values = new Map<string, string>();
  return svg.replace(/var\((--[\w-]+)\)/g, (_whole, name: string) => {
    const known = values.get(name) ?? valueOf(name);
    values.set(name, known);
    return escaped(known);
  });
}

/** Fonts' names come in quotes, and stand in attributes. */
function escaped(value: string): string {
  return value.trim().replaceAll('&', '&amp;').replaceAll('"', "'").replaceAll('<', '&lt;');
}
