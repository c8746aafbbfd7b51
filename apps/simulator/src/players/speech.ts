import { shuffled, type Die } from '../chance.ts';
import { wordsOf } from '../text.ts';
import type { Budget } from './budget.ts';
import * as phrases from './phrases.ts';

/** What a speech is made of. */
export interface Matter {
  /** The own answer. */
  readonly own: string;
  readonly quotes: readonly string[];
  /** Whether there is something to answer, and words of it. */
  readonly answers?: { readonly they?: string };
  /** Sentences of the strategy that was given. */
  readonly pleas?: readonly string[];
  /** Whether there is a text to speak of. */
  readonly basis: 'source' | 'none';
}

/** Connects quotes with plain sentences into a speech that is as long as its budget, to the word. */
export function speechOf(matter: Matter, budget: Budget, die: Die): string {
  const build = builderOf(budget);
  const wording = wordingOf(matter, die);

  if (!build.add(0, wording.opening)) build.add(0, `“${matter.own}”.`);
  matter.pleas?.forEach((plea) => build.add(2, plea));
  matter.quotes.forEach((quote, i) => {
    const at = 10 * (i + 1);
    if (!build.add(at, `${wording.leads[i % wording.leads.length] ?? ''} <quote>${quote}</quote>`))
      build.add(at, `<quote>${quote}</quote>`);
  });
  if (wording.rebuttal !== undefined) build.add(1, wording.rebuttal);
  build.add(LAST, wording.closing);
  matter.quotes.forEach((_quote, i) => build.add(10 * (i + 1) + 1, wording.glosses[i % wording.glosses.length] ?? ''));

  fill(build, wording.fillers, matter.quotes.length);
  finish(build, wording.tails);
  return build.text() || wordsOf(matter.own).slice(0, budget.target).join(' ');
}

interface Builder {
  /** Adds a sentence at a place, if there is room for it. */
  add(place: number, sentence: string): boolean;
  left(): number;
  text(): string;
}

const LAST = 1000;

function builderOf({ target, size }: Budget): Builder {
  const sentences: { readonly place: number; readonly sentence: string }[] = [];
  let left = target;
  return {
    add(place, sentence) {
      if (size(sentence) > left) return false;
      left -= size(sentence);
      sentences.push({ place, sentence });
      return true;
    },
    left: () => left,
    text: () =>
      sentences
        .sort((a, b) => a.place - b.place)
        .map(({ sentence }) => sentence)
        .join(' '),
  };
}

/** Goes round the sentences, placing them after one quote after the other, until none fits. */
function fill(build: Builder, fillers: readonly string[], quotes: number): void {
  for (let round = 0; ; round++) {
    const before = build.left();
    fillers.forEach((filler, i) => build.add(10 * ((i % (quotes + 1)) + 1) + 2 + round / 1000, filler));
    if (build.left() === before) return;
  }
}

/** The longest short sentence that fits, until nothing does. */
function finish(build: Builder, tails: readonly string[]): void {
  const longestFirst = tails.toReversed();
  for (let place = LAST - 0.5; longestFirst.some((tail) => build.add(place, tail)); place += 1e-4);
}

function wordingOf({ own, answers, basis }: Matter, die: Die) {
  const said = (sentence: string): string =>
    sentence.replace(/\{(own|they)\}/g, (_whole, name) => (name === 'own' ? `“${own}”` : (answers?.they ?? '')));
  const drawn = (from: readonly string[], why: string): readonly string[] => shuffled(from, die, why).map(said);
  const fromSource = basis === 'source';
  const rebuttals = answers?.they === undefined ? phrases.BARE_REBUTTALS : phrases.REBUTTALS;
  return {
    opening: drawn(fromSource ? phrases.OPENINGS : phrases.GENERAL_OPENINGS, 'opening')[0] ?? '',
    rebuttal: answers && fromSource ? drawn(rebuttals, 'rebuttal')[0] : undefined,
    leads: drawn(phrases.LEADS, 'lead'),
    glosses: drawn(phrases.GLOSSES, 'gloss'),
    fillers: drawn(fromSource ? phrases.FILLERS : phrases.GENERAL_FILLERS, 'filler'),
    tails: fromSource ? phrases.TAILS : phrases.GENERAL_TAILS,
    closing: drawn(fromSource ? phrases.CLOSINGS : phrases.GENERAL_CLOSINGS, 'closing')[0] ?? '',
  };
}
