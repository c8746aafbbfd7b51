/** Text from outside in one short line: no tags of a web page, no line breaks, no control characters. */
export function oneLine(text: string, most = 300): string {
  const plain = isPage(text) ? pageTitle(text) : text;
  const line = plain.replace(UNSEEN, ' ').replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}

/** Whether a text is a web page and no reply. */
export function isPage(text: string): boolean {
  return /^\s*<(?:!doctype|html|head|body|\?xml)/i.test(text);
}

function pageTitle(page: string): string {
  const start = page.slice(0, 20_000);
  const title = /<title[^>]{0,200}>([^<]{1,2000})/i.exec(start)?.[1];
  const plain = title ?? start.replace(/<(style|script)[\s\S]*?(<\/\1>|$)/gi, ' ').replace(/<[^>]*(>|$)/g, ' ');
  return `a web page: ${plain}`;
}

// Controls, ANSI escapes' first character, bidi controls and other format characters.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
