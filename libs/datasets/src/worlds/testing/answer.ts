import { readStory, type Read } from './story.ts';

/** Answers questions about a world from its story alone, sentence by sentence. */
export function answer(story: string, prompt: string, options: readonly string[]): readonly string[] {
  const read = readStory(story);
  return options.filter((option) => isRight(read, prompt, option, options));
}

const NUMBERS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'];

type Check = (
  read: Read,
  found: Readonly<Record<string, string>>,
  option: string,
  options: readonly string[],
) => boolean;

const CHECKS: readonly (readonly [RegExp, Check])[] = [
  [/^What was the trade of (?<name>\w+)\?/, (read, { name = '' }, option) => read.people.get(name)?.trade === option],
  [
    /^In which street did (?<name>[A-Z]\w+) live\?/,
    (read, { name = '' }, option) => read.people.get(name)?.street === option,
  ],
  [/^Who was given the (?<object>.+)\?/, (read, { object }, option) => gift(read, object)?.receiver === option],
  [
    /^On which day did (?<name>[A-Z]\w+) go to the (?<place>.+)\?/,
    (read, { name, place }, option) => went(read, name, place)?.day === option,
  ],
  [
    /^Who mended (?<what>.+)\?/,
    (read, { what }, option) => read.mendings.find((one) => one.what === what)?.person === option,
  ],
  [
    /^What was the trade of (?<name>\w+)'s (?<kind>.+)\?/,
    (read, { name, kind }, option) =>
      read.people.get(read.ties.find((tie) => tie.of === name && tie.kind === kind)?.who ?? '')?.trade === option,
  ],
  [
    /^In which street did the person live who was given the (?<object>.+)\?/,
    (read, { object }, option) => read.people.get(gift(read, object)?.receiver ?? '')?.street === option,
  ],
  [
    /^What was the trade of the person who gave away the (?<object>.+)\?/,
    (read, { object }, option) => read.people.get(gift(read, object)?.giver ?? '')?.trade === option,
  ],
  [
    /^In which street did the (?<trade>\w+) live\?/,
    (read, { trade }, option) => read.people.get(named(read, trade))?.street === option,
  ],
  [
    /^On which day did the (?<trade>\w+) go to the place with (?<look>.+)\?/,
    (read, { trade, look = '' }, option) => went(read, named(read, trade), read.features.get(look))?.day === option,
  ],
  [
    /^How many people went to the (?<place>.+) during/,
    (read, { place }, option) => NUMBERS[read.visits.filter((visit) => visit.place === place).length] === option,
  ],
  [
    /^To how many of the places did (?<name>\w+) go/,
    (read, { name }, option) => NUMBERS[read.visits.filter((visit) => visit.person === name).length] === option,
  ],
  [
    /^How many things did (?<name>\w+) give away/,
    (read, { name }, option) => NUMBERS[read.gifts.filter((one) => one.giver === name).length] === option,
  ],
  [
    /^Which of these was given away (?<when>first|last)\?/,
    (read, { when }, option, options) =>
      inTime(
        read.gifts.map(({ object }) => `the ${object}`),
        when,
        options,
      ) === option,
  ],
  [
    /^Which of these was mended (?<when>first|last)\?/,
    (read, { when }, option, options) =>
      inTime(
        read.mendings.map(({ what }) => what),
        when,
        options,
      ) === option,
  ],
  [
    /^Which of these people went to the (?<place>.+) (?<when>first|last)\?/,
    (read, { place, when }, option, options) =>
      inTime(
        read.visits.filter((visit) => visit.place === place).map(({ person }) => person),
        when,
        options,
      ) === option,
  ],
  [
    /^Which of these places did (?<name>\w+) not go to/,
    (read, { name }, option) => went(read, name, option.replace('the ', '')) === undefined,
  ],
  [
    /^Which of these people did not go to the (?<place>.+) during/,
    (read, { place }, option) => went(read, option, place) === undefined,
  ],
];

function isRight(read: Read, prompt: string, option: string, options: readonly string[]): boolean {
  const fitting = CHECKS.flatMap(([pattern, check]) => {
    const found = pattern.exec(prompt);
    return found === null ? [] : [check(read, found.groups ?? {}, option, options)];
  });
  if (fitting.length !== 1) throw new Error(`${fitting.length} ways to read ${prompt}`);
  return fitting[0] === true;
}

function gift(read: Read, object: string | undefined): Read['gifts'][number] | undefined {
  return read.gifts.find((one) => one.object === object);
}

function went(read: Read, person: string | undefined, place: string | undefined): Read['visits'][number] | undefined {
  return read.visits.find((visit) => visit.person === person && visit.place === place);
}

function named(read: Read, trade: string | undefined): string {
  return [...read.people].find(([, person]) => person.trade === trade)?.[0] ?? '';
}

function inTime(labels: readonly string[], when: string | undefined, options: readonly string[]): string | undefined {
  return labels.filter((label) => options.includes(label)).at(when === 'first' ? 0 : -1);
}
