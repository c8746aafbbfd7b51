import { API_KEY, datasetOf, nameOf, type Twin } from './experiment.ts';
import type { Arm, Field } from './table.ts';

/** A secret by which a field is known again wherever it turns up. */
export interface Mark {
  readonly field: Field;
  readonly pattern: RegExp;
  /** The run that it belongs to; all of them, if none is named. */
  readonly arm?: Arm;
  /** The seat that it belongs to. */
  readonly seat?: string;
}

/** A judge's seat, with all that its judge is to say there. */
export interface Place {
  readonly arm: Arm;
  readonly seat: string;
  readonly beliefs: { readonly before: number; readonly after: number; readonly end: number };
  readonly pseudonym: string;
  readonly secret: string;
}

/** Probabilities that are nobody else's. */
export function beliefsOf(n: number): Place['beliefs'] {
  const marked = (i: number) => (100_037 + 1000 * (3 * n + i)) / 1e6;
  return { before: marked(0), after: marked(1), end: marked(2) };
}

export const reasonOf = ({ arm, seat }: Pick<Place, 'arm' | 'seat'>): string => `REASON of ${arm} ${seat}.`;
export const amendmentOf = ({ arm, seat }: Pick<Place, 'arm' | 'seat'>): string => `AMENDED by ${arm} ${seat}.`;

/** All that is marked in one of the twins. */
export function marksOf(twin: Twin, places: readonly Place[]): readonly Mark[] {
  return [...OF_ALL(twin), ...DEBATES.flatMap(ofDebate), ...places.flatMap(ofPlace)];
}

const OF_ALL = (twin: Twin): readonly Mark[] => [
  { field: 'question', pattern: /HOUSE-IN-QUESTION/ },
  { field: 'title', pattern: /SHOWN-TITLE/ },
  { field: 'experiment name', pattern: new RegExp(nameOf(twin)) },
  { field: 'experiment file', pattern: /HIDDEN-COMMENT/ },
  { field: 'experiment file', pattern: /HIDDEN-DESCRIPTION/ },
  { field: 'arm name', pattern: /hidden-arm/ },
  { field: 'model name', pattern: /hidden-model|hidden-host/ },
  { field: 'data set', pattern: new RegExp(datasetOf(twin)) },
  { field: 'question key', pattern: /hidden-question-key/ },
  { field: 'source key', pattern: /hidden-source-key/ },
  { field: 'source title', pattern: /HIDDEN-SOURCE-TITLE/ },
  { field: 'source text', pattern: /HIDDEN-SOURCE-TEXT/ },
  { field: 'truth', pattern: /"truth":\s*\d/ },
  { field: 'costs', pattern: /"(usd|costUsd|cost|promptTokens)":\s*\d/ },
  { field: 'maker of a move', pattern: /"by":\s*"(model|person)/ },
  { field: 'prompt', pattern: /You are debater/ },
  { field: 'private instructions', pattern: /HIDDEN-INSTRUCTION/ },
  { field: 'key of the endpoint', pattern: new RegExp(API_KEY) },
];

const DEBATES: readonly Arm[] = ['live', 'together', 'paced', 'sequential', 'passed', 'abandoned'];

function ofDebate(arm: Arm): readonly Mark[] {
  const spoken: readonly Mark[] = [
    { field: 'thinking of B', pattern: new RegExp(`THOUGHT-${arm}-B`), arm },
    { field: 'first words of B', pattern: new RegExp(`SAID-${arm}-B`), arm },
    { field: 'last words of B', pattern: new RegExp(`REST-${arm}-B`), arm },
  ];
  const spokenByA: readonly Mark[] = [
    { field: 'thinking of A', pattern: new RegExp(`THOUGHT-${arm}-A`), arm },
    { field: 'speech of A', pattern: new RegExp(`SAID-${arm}-A`), arm },
  ];
  return [
    ...(arm === 'abandoned' ? [] : spoken),
    ...(arm === 'abandoned' || arm === 'passed' ? [] : spokenByA),
    ...(arm === 'live' ? [mark('speech that was asked for again', `SHORT-${arm}`, arm)] : []),
    ...(arm === 'together' || arm === 'passed' || arm === 'abandoned'
      ? [mark('why a turn failed', `HIDDEN-FAULT-${arm}`, arm)]
      : []),
    ...(arm === 'passed' || arm === 'abandoned' ? [mark('why a turn was passed', `WHY-${arm}`, arm)] : []),
  ];
}

function mark(field: Field, word: string, arm: Arm): Mark {
  return { field, pattern: new RegExp(word), arm };
}

function ofPlace({ arm, seat, beliefs, pseudonym, secret }: Place): readonly Mark[] {
  const own = { arm, seat };
  const always: readonly Mark[] = [
    { field: 'pseudonym', pattern: new RegExp(`${pseudonym}(?!\\d)`), ...own },
    { field: 'secret of a link', pattern: new RegExp(secret), ...own },
  ];
  // The judge of the spare run is sent away before it, and that of the abandoned one never comes to a verdict.
  if (arm === 'spare') return always;
  const believed: readonly Mark[] = DEBATES.includes(arm)
    ? [{ field: 'belief before', pattern: new RegExp(String(beliefs.before)), ...own }]
    : [];
  if (arm === 'abandoned') return [...always, ...believed];
  const later: readonly Mark[] = DEBATES.includes(arm)
    ? [{ field: 'belief after the round', pattern: new RegExp(String(beliefs.after)), ...own }]
    : [];
  return [
    ...always,
    ...believed,
    ...later,
    { field: 'verdict', pattern: new RegExp(String(beliefs.end)), ...own },
    { field: 'reason', pattern: new RegExp(reasonOf(own)), ...own },
    { field: 'amendment', pattern: new RegExp(amendmentOf(own)), ...own },
  ];
}
