/** Puts text from outside into a prompt as data: between tags that the text itself cannot close or open. */
export function tagged(tag: string, text: string, attributes: Readonly<Record<string, string | number>> = {}): string {
  const named = Object.entries(attributes).map(([name, value]) => ` ${name}="${String(value).replaceAll('"', '')}"`);
  return `<${tag}${named.join('')}>${asData(text)}</${tag}>`;
}

/** Text in which none of the tags that structure a prompt can be mistaken for ours. Quotes may stay marked. */
export function asData(text: string): string {
  return text.replace(STRUCTURE, (_whole, rest: string) => `‹${rest}`);
}

const STRUCTURE =
  /<(\s*\/?\s*(?:judge_asks|question|options?|source|your_side|opposing_side|sides?|transcript|speech|thinking|think|instructions|draft|critique|about|argued_for|assigned)\b)/gi;

/** Text with its `{{names}}` filled in. A name that has no value is a fault of the template and throws. */
export function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(NAME, (whole, name: string) => {
    const value = values[name];
    if (value === undefined)
      throw new Error(
        `a prompt template names ${whole}, which has no value here; known are ${Object.keys(values).join(', ')}`,
      );
    return String(value);
  });
}

/** The names that a template asks for. */
export function namesIn(template: string): readonly string[] {
  return [...new Set([...template.matchAll(NAME)].flatMap(([, name]) => name ?? []))];
}

const NAME = /\{\{\s*(\w+)\s*\}\}/g;
