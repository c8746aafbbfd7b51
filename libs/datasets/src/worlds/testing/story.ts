/** Reads the sentences of a story as facts; it knows nothing of how worlds are made. */
export function readStory(story: string): Read {
  const read: Read = { people: new Map(), ties: [], features: new Map(), visits: [], gifts: [], mendings: [] };
  let day = '';
  for (const sentence of story.split(/(?<=\.)\s+/)) {
    day = /^On (\w+day) /.exec(sentence)?.[1] ?? day;
    readLooks(sentence, read);
    readPeople(sentence, read);
    readEvents(sentence, day, read);
  }
  return read;
}

/** What the sentences of a story say. */
export interface Read {
  readonly people: Map<string, { trade: string; street: string }>;
  readonly ties: { readonly of: string; readonly kind: string; readonly who: string }[];
  readonly features: Map<string, string>;
  readonly visits: { readonly person: string; readonly place: string; readonly day: string }[];
  readonly gifts: { readonly giver: string; readonly object: string; readonly receiver: string }[];
  readonly mendings: { readonly person: string; readonly what: string }[];
}

const HOUR = '(?:at dawn|in the morning|at noon|in the afternoon|at dusk)';

function match(sentence: string, ...patterns: readonly string[]): Readonly<Record<string, string>> | undefined {
  for (const pattern of patterns) {
    const found = new RegExp(`^${pattern}\\.$`, 'i').exec(sentence);
    if (found?.groups !== undefined) return found.groups;
  }
  return undefined;
}

function readLooks(sentence: string, { features }: Read): void {
  const found = match(
    sentence,
    'The (?<place>[a-z ]+) has (?<look>an? .+)',
    'At the (?<place>[a-z ]+) there is (?<look>an? .+)',
    'Strangers know the (?<place>[a-z ]+) by (?<look>an? .+)',
  );
  if (found) features.set(found.look ?? '', found.place ?? '');
}

function readPeople(sentence: string, { people, ties }: Read): void {
  const who = match(
    sentence,
    '(?<name>\\w+) was an? (?<trade>\\w+) and lived in (?<street>[\\w ]+)',
    'In (?<street>[\\w ]+) lived (?<name>\\w+), who was an? (?<trade>\\w+)',
  );
  if (who) people.set(who.name ?? '', { trade: who.trade ?? '', street: who.street ?? '' });

  const kinds = '(?<kind>godparent|landlord|former teacher)';
  const tie = match(
    sentence,
    `(?<of>\\w+)'s ${kinds} was (?<who>\\w+)`,
    `(?<who>\\w+) was the ${kinds} of (?<of>\\w+)`,
  );
  if (tie) ties.push({ of: tie.of ?? '', kind: tie.kind ?? '', who: tie.who ?? '' });
}

function readEvents(sentence: string, day: string, { visits, gifts, mendings }: Read): void {
  const visit = match(
    sentence,
    `${HOUR} (?<person>\\w+) walked to the (?<place>[a-z ]+)`,
    `(?<person>\\w+) went to the (?<place>[a-z ]+?) ${HOUR}`,
    `${HOUR} someone was seen at the (?<place>[a-z ]+): it was (?<person>\\w+)`,
  );
  if (visit) visits.push({ person: visit.person ?? '', place: visit.place ?? '', day });

  const gift = match(
    sentence,
    `${HOUR} (?<giver>\\w+) gave the (?<object>[a-z ]+) to (?<receiver>\\w+)`,
    `(?<giver>\\w+) handed the (?<object>[a-z ]+) over to (?<receiver>\\w+) ${HOUR}, as a gift`,
    `${HOUR} (?<receiver>\\w+) was given the (?<object>[a-z ]+) by (?<giver>\\w+)`,
  );
  if (gift) gifts.push({ giver: gift.giver ?? '', object: gift.object ?? '', receiver: gift.receiver ?? '' });

  const mending = match(
    sentence,
    `${HOUR} (?<person>\\w+) mended (?<what>\\w+'s [\\w-]+)`,
    `(?<what>\\w+'s [\\w-]+) was mended ${HOUR} by (?<person>\\w+)`,
  );
  if (mending) mendings.push({ person: mending.person ?? '', what: mending.what ?? '' });
}
