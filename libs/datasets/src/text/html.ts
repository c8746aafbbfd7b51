import { decodeEntities } from './entities.ts';

/** The readable text of an HTML page: a blank line between blocks, a line break where the page has one, no markup. */
export function htmlText(html: string): string {
  const marked = shown(html.replaceAll(INLINE, ''))
    .replace(/\s+/g, ' ')
    .replace(TAG, (_, name: string) => breakOf(name.toLowerCase()));

  return decodeEntities(joined(marked))
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n\n')
    .trim();
}

export function isHtml(text: string): boolean {
  return /<(!doctype|html|body|head|p|br|div|span|h[1-6]|hr|i|b|em|strong)\b[^<>]*>/i.test(text);
}

const HIDDEN = /<(!--|(script|style|head|title|template|noscript)\b)/gi;

/** The page without what a browser does not show. What is never closed hides the rest, so each stretch is looked at once. */
function shown(html: string): string {
  const hidden = new RegExp(HIDDEN);
  let text = '';
  let from = 0;
  for (let opened = hidden.exec(html); opened !== null; opened = hidden.exec(html)) {
    text += `${html.slice(from, opened.index)} `;
    const closing = opened[2] === undefined ? /-->/g : new RegExp(`</${opened[2]}\\s*>`, 'gi');
    closing.lastIndex = hidden.lastIndex;
    from = closing.exec(html) === null ? html.length : closing.lastIndex;
    hidden.lastIndex = from;
  }
  return text + html.slice(from);
}

const TAG = /<\/?([a-z][a-z\d]*|[!?])[^<>]*>/gi;

const BLOCKS =
  /^(p|div|h[1-6]|hr|ul|ol|dl|table|blockquote|pre|section|article|header|footer|main|nav|aside|figure|body|html|form|center)$/;
const LINES = /^(br|li|tr|dt|dd|figcaption|caption)$/;
const CELLS = /^t[dh]$/;

function breakOf(name: string): string {
  if (BLOCKS.test(name)) return '\n\n';
  if (LINES.test(name)) return '\n';
  return CELLS.test(name) ? ' ' : INLINE;
}

/** Stands for a tag inside a sentence until the spaces beside it are settled. */
const INLINE = '\u0001';

/** Pages written out prettily put a space at every tag, also before a full stop and inside quotation marks. */
function joined(text: string): string {
  return text
    .replace(/ ?\u0001 (?=[.,;:!?)\]…—]|'(s|d|ll|re|ve|m|t)\b|["”](?=[ \n.,;:!?—]|$))/g, '')
    .replace(/(?<=(^|[\s—(])["“(]|—) \u0001 ?/g, '')
    .replace(/ ?\u0001 ?/g, (found) => (found.includes(' ') ? ' ' : ''));
}
