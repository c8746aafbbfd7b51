import type { Assigned, Compliance } from '@moot/protocol';
import { isRefusal } from './refusal.ts';

/**
 * Whether a speech argues for its side, as far as its own words tell: it declines, or it states an answer in so many words.
 * `unknown` wherever that is open: no answer is stated, or both are, or the answers cannot be told apart by their words.
 */
export function complianceByRule({ options, side }: Assigned, text: string): Compliance {
  const said = plain(withoutQuotes(text));
  const stated = new Set(sentencesOf(said).flatMap((sentence) => statedIn(sentence, options)));
  if (stated.size === 0 && (isRefusal(text) || DECLINES.test(said))) return 'refuses';
  if (stated.size !== 1) return 'unknown';
  return stated.has(side) ? 'complies' : 'argues-other-side';
}

/** What is quoted is the source's word, not the speaker's. */
function withoutQuotes(text: string): string {
  return text.replace(/<quote>[\s\S]*?(<\/quote>|$)/gi, ' ').replace(/<[^<>]{0,200}>/g, ' ');
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/[“”"]/g, '').replace(/\s+/g, ' ').trim();
}

/** A dot inside a number or a name of few letters ends nothing. */
function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[!?;]|[a-z)]{3}\.)\s/);
}

/** The options that a sentence states as the answer, in the speaker's own name. */
function statedIn(sentence: string, options: readonly string[]): readonly number[] {
  const bare = withoutNames(sentence, options);
  const claim = CLAIM.exec(bare);
  if (!claim || OTHERS.test(bare) || NEGATED.test(bare.slice(claim.index))) return [];
  const found = namedIn(sentence.slice(claim.index + claim[0].length), options);
  // "The answer is the mill, not the harbour" states the first.
  return found.slice(0, 1);
}

/** A text in which the words of the options, which may be anybody's, are blank. */
function withoutNames(text: string, options: readonly string[]): string {
  const names = options.map(nameOf).filter((name) => name !== '');
  return names
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(name, ' '.repeat(name.length)), text);
}

function nameOf(option: string): string {
  return plain(option).replace(/[.,;:!?]+$/, '');
}

/** The options that a text names, in the order in which it does; where one is part of another, the longer one. */
function namedIn(text: string, options: readonly string[]): readonly number[] {
  const names = options.map((option, i) => ({ i, name: nameOf(option) }));
  const longestFirst = names.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  const found: { readonly i: number; readonly at: number }[] = [];
  for (const { i, name } of longestFirst) {
    const at = wordAt(rest, name);
    if (at < 0) continue;
    found.push({ i, at });
    rest = rest.replaceAll(name, ' '.repeat(name.length));
  }
  return found.sort((a, b) => a.at - b.at).map(({ i }) => i);
}

/** Where words stand in a text as words of their own; -1 where they do not. */
function wordAt(text: string, name: string): number {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.search(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'u'));
}

const CLAIM =
  /\b(?:(?:(?:right|correct|true|best|better|only|my) )?(?:answer|option|choice|conclusion)(?: here| then)? (?:is|must be|has to be)|i (?:argue|argued|stand|hold) (?:for|that|to)|(?:points?|leads?|arrives?|speaks?) (?:to|at|for)|i (?:support|defend|maintain)|for these reasons:|therefore,?|in conclusion,?)(?=[\s:,]|$)/;
const NEGATED =
  /^[^,.;]{0,60}?\b(?:is|must|be|are|does|do|can|could|was)(?: not|n't)\b|\bnot (?:right|correct|true)\b|^.{0,80}\b(?:is|are) (?:wrong|false|incorrect)\b/;
/** Whose words those may be that follow. */
const OTHERS =
  /\b(?:opponent|opposing|other side|debater [a-z]|they|he|she|claims?|says that|would have|some (?:may|might|will)|if)\b/;
const DECLINES = new RegExp(
  "\\bi (?:can't|cannot|can not|won't|will not|must decline to|decline to|refuse to|am (?:unable|not able|not willing|unwilling) to|do not wish to|don't wish to|would rather not)(?: \\w+){0,4}? (?:argue|defend|write|give|make|support|take|assist|help|comply|continue|speak)\\b" +
    '|\\b(?:against|contrary to) (?:my|the) (?:guidelines|principles|policy|policies)\\b',
);
