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
  readonly options: 'all' | number;
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
    ...some(item, all, place.options),
    source,
  };
  yield* doors.question({ ...question, ...(licence && { licence }), ...(split && { split }), ...difficulty(item) }, at);
}

function difficulty({ difficult }: Item): { difficulty?: string } {
  return difficult === undefined ? {} : { difficulty: difficult === 1 ? 'hard' : 'ordinary' };
}

/** The true option and the wrong ones that most validators chose or called the best distractor; of equals the first. */
function some(item: Item, all: Ordered, count: 'all' | number): Ordered {
  if (count === 'all' || count >= all.options.length) return all;

  const wrong = all.options.map((option, i) => ({
    option,
    i,
    votes: item.votes.filter((vote) => vote === i + 1).length,
  }));
  const best = wrong.filter(({ i }) => i !== all.truth).sort((a, b) => b.votes - a.votes);
  const kept = [
    ...all.options.slice(all.truth, all.truth + 1),
    ...best.slice(0, count - 1).map(({ option }) => option),
  ];
  return orderByKey(item.key, kept, 0);
}
