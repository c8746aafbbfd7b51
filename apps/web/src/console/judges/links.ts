import { csvOf } from '@moot/ui';
import type { Invited } from '@moot/wire';

type Link = Invited['links'][number];

/** The whole address of an invitation, to be given to one person. */
export function addressOf({ path }: Pick<Link, 'path'>, origin: string): string {
  return new URL(path, origin).href;
}

/** All addresses, one a line. */
export function addresses(links: readonly Link[], origin: string): string {
  return links.map((link) => addressOf(link, origin)).join('\n');
}

/** The links as a table for a spreadsheet. */
export function linksCsv(links: readonly Link[], origin: string): string {
  const rows = links.map((link) => [link.label, addressOf(link, origin)]);
  return csvOf(['label', 'link'], rows);
}
