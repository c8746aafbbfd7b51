import { Prisma } from '../generated/client.ts';
import type { Database } from './database.ts';

/** A question as it is listed for researchers, with its truth. */
export interface ListedQuestion {
  readonly id: string;
  readonly key: string;
  readonly prompt: string;
  readonly options: readonly string[];
  readonly truth: number;
  readonly difficulty: string | null;
  readonly source: {
    readonly id: string;
    readonly key: string;
    readonly title: string | null;
    readonly words: number;
  } | null;
}

/** A page of what there is in all. */
export interface Page<X> {
  readonly total: number;
  readonly rows: readonly X[];
}

/** Which page is wanted: from 1 on, of so many rows. */
export interface Paging {
  readonly page: number;
  readonly size: number;
}

/** The questions of a data set in which some words stand, by key; undefined if there is no such data set. */
export async function browseQuestions(
  database: Database,
  dataset: string,
  { search, page, size }: Paging & { readonly search: string },
): Promise<Page<ListedQuestion> | undefined> {
  const found = await database.dataset.findUnique({ where: { name: dataset }, select: { id: true } });
  if (!found) return undefined;
  const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  const which = Prisma.sql`q.dataset_id = ${found.id}
    and (${search} = '' or q.prompt ilike ${like} or q.key ilike ${like} or array_to_string(q.options, ' ') ilike ${like})`;
  const [counted] = await database.$queryRaw<{ readonly total: number }[]>`
    select count(*)::int as total from question q where ${which}`;
  const rows = await database.$queryRaw<ListedQuestion[]>`
    select q.id, q.key, q.prompt, q.options, q.truth, q.difficulty,
      case when s.id is not null then json_build_object('id', s.id, 'key', s.key, 'title', s.title,
        'words', cardinality(regexp_split_to_array(trim(s.text), '\\s+'))) end as source
    from question q left join source s on s.id = q.source_id
    where ${which} order by q.key limit ${size} offset ${(page - 1) * size}`;
  return { total: counted?.total ?? 0, rows };
}

/** The text of a source of a data set. */
export async function sourceText(
  database: Database,
  dataset: string,
  id: string,
): Promise<{ readonly title: string | null; readonly text: string } | undefined> {
  const where = { id, dataset: { name: dataset } };
  return (await database.source.findFirst({ where, select: { title: true, text: true } })) ?? undefined;
}
