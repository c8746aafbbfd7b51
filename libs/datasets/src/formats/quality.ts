import { basename } from 'node:path';
import type { Row, Spot } from '@moot/experiment';
import { fault } from '../rows/fault.ts';
import { gate, type Gate } from '../rows/gate.ts';
import { contentName } from '../rows/hash.ts';
import { orderByKey, type Ordered } from '../rows/order.ts';
import { htmlText, isHtml } from '../text/html.ts';
import { plainText } from '../text/plain.ts';
import { objects } from './objects.ts';
import { articleSchema, type Article, type Item } from './quality-article.ts';
import type { ReadOptions } from './reader.ts';
import { oneLine } from './words.ts';

/** Reads the QuALITY release: an article a line with its questions, with all four options or with two of them. */
export async function* readQuality(file: string, { options = 'all' }: ReadOptions = {}): AsyncGenerator<Row> {
  const doors = gate({ key: 'question_unique_id', 'source key': 'article_id', text: 'article' });
  const split = /(?:^|[._-])(train|dev|test)(?:[._-]|$)/.exec(basename(file))?.[1];
  const texts = new Map<string, string>();

  for await (const line of objects(file, articleSchema)) {
    if (line.kind === 'fault') yield line;
    else yield* readArticle(line.value, { at: line.at, doors, options, split, texts });
  }
}

interface Place {
  readonly at: Spot;
  readonly doors: Gate;
  readonly options: 'all' | 'two';
  readonly split: string | undefined;
  /** A short name for the text of each article: two lines often share one. */
  readonly texts: Map<string, string>;
}

function* readArticle(article: Article, place: Place): Generator<Row> {
  const { at, doors, texts } = place;
  if (article.items.length > 0 && article.items.every((item) => item.gold === undefined)) {
    yield fault({ ...at, field: 'gold_label' }, NO_ANSWERS);
    return;
  }

  const text = isHtml(article.html) ? htmlText(article.html) : plainText(article.html);
  const name = contentName(text);
  // A second writer's copy that differs from the first is an article of its own.
  const source = (texts.get(article.key) ?? name) === name ? article.key : article.setKey;
  texts.set(source, name);

  for (const row of doors.source({ key: source, ...(article.title && { title: article.title }), text }, at)) {
    yield row;
    if (row.kind === 'fault') return;
  }
  for (const item of article.items) yield* readItem(item, { ...place, source, licence: article.licence });
}

const NO_ANSWERS =
  'The questions of this article have no gold_label: the answers of the test split are not published. Import train or dev.';

function* readItem(
  item: Item,
  place: Place & { readonly source: string; readonly licence: string | undefined },
): Generator<Row> {
  const { at, doors, source, licence, split } = place;
  const truth = (item.gold ?? 0) - 1;
  if (item.options[truth] === undefined) {
    const range = `It must be a number from 1 to ${String(item.options.length)}.`;
    yield fault(
      { ...at, field: item.goldField },
      `The right option of ${JSON.stringify(item.key)} is missing or out of range. ${range}`,
    );
    return;
  }

  const all = { options: item.options.map(oneLine), truth };
  const question = {
    key: item.key,
    prompt: oneLine(item.question),
    ...(place.options === 'two' ? two(item, all) : all),
    source,
  };
  yield* doors.question({ ...question, ...(licence && { licence }), ...(split && { split }), ...difficulty(item) }, at);
}

function difficulty({ difficult }: Item): { difficulty?: string } {
  return difficult === undefined ? {} : { difficulty: difficult === 1 ? 'hard' : 'ordinary' };
}

/** The true option and the wrong one that most validators chose or called the best distractor; of equals the first. */
function two(item: Item, { options, truth }: Ordered): Ordered {
  const votes = options.map((_, i) => item.votes.filter((vote) => vote === i + 1).length);
  const wrong = options.map((_, i) => i).filter((i) => i !== truth);
  const best = Math.max(...wrong.map((i) => votes[i] ?? 0));
  const distractor = options[wrong.find((i) => votes[i] === best) ?? -1];

  return orderByKey(
    item.key,
    [options[truth], distractor].filter((option) => option !== undefined),
    0,
  );
}
