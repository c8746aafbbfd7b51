import { randomFrom, type Listed, type Message, type Posed, type Table, type Turn } from '@moot/protocol';

/** A question whose options, source and orders can be recognised wherever they turn up. */
export const OPTIONS = ['the northern SIDE-0', 'the southern SIDE-1'];
export const SECRETS: Readonly<Record<string, string>> = {
  source: 'SECRET-SOURCE of many words',
  A: 'ORDERS-A',
  B: 'ORDERS-B',
};

export const posed: Posed = {
  question: 'Which door?',
  options: OPTIONS,
  source: SECRETS.source ?? '',
  orders: { sides: [1, 0], listed: [1, 0], choices: [0, 1] },
  seed: 987_654_321,
};

export function setupOf(listed: Listed, options: object): object {
  const arranged = listed.arrange(options, posed);
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  return arranged.setup;
}

export function tableOf(listed: Listed, options: object): Table {
  return listed.table(setupOf(listed, options));
}

/** The mark that stands in every text said in a turn. */
export function markOf({ seat, kind, at }: Pick<Turn, 'seat' | 'kind' | 'at'>): string {
  return `MARK-${`${seat} ${kind} ${at}`.replace(/\W+/g, '-')}-END`;
}

/** Plays a table to its end in an order drawn by the seed; `look` sees every prompt before its turn is taken. */
export function play(table: Table, seed: number, look: (turn: Turn, text: string, table: Table) => void): void {
  const turns = table.next().filter(({ optional }) => !optional);
  for (const turn of turns) look(turn, textOf(table.prompt(turn).messages), table);
  const turn = turns[randomFrom(seed, String(table.moves.length)).index(Math.max(1, turns.length))];
  if (turn) play(playedOn(table, turn, seed), seed, look);
}

/** The first of several things to say that the rules accept. */
function playedOn(table: Table, { seat, kind, at, version }: Turn, seed: number): Table {
  const said = saidIn({ seat, kind, at }, seed, Object.keys(sidesIn(table))[0] ?? 'A');
  const stance = randomFrom(seed, 'stance').index(2) === 0 ? 'agree' : 'disagree';
  const tries = [said, { ...said, choice: 'continue' }, { ...said, stance }].map((each) =>
    table.play({ seat, kind, at, version, by: 'model:secret-model-name', said: each }),
  );
  const done = tries.find(({ ok }) => ok);
  if (done?.ok) return done.table;
  throw new Error(`${seat} ${kind} ${at}: ${JSON.stringify(tries)}`);
}

function saidIn(turn: Pick<Turn, 'seat' | 'kind' | 'at'>, seed: number, asked: string): object {
  const p = randomFrom(seed, 'belief').number();
  const choice = randomFrom(seed, turn.at).index(2) === 0 ? 'continue' : 'ask';
  const option = randomFrom(seed, 'side').index(2);
  return { text: markOf(turn), belief: [p, 1 - p], reason: markOf(turn), choice, to: [asked], option };
}

/** Who argues for what at a table: given out, or since a speaker chose. */
export function sidesIn(table: Table): Readonly<Record<string, unknown>> {
  const known = [table.brief({ seat: 'observer', at: '' }), ...table.moves];
  const sides = known.map((each) => ('sides' in each ? each.sides : undefined));
  const found = sides.findLast((each) => typeof each === 'object' && each !== null && Object.keys(each).length > 0);
  return Object.fromEntries(Object.entries(found ?? {}));
}

export function textOf(messages: readonly Message[]): string {
  return messages.map(({ content }) => content).join('\n');
}

/** The prompts of all turns now open, as one reads them. */
export function promptsOf(table: Table): readonly string[] {
  return table
    .next()
    .filter(({ optional }) => !optional)
    .map((turn) => {
      const messages = table.prompt(turn).messages.map(({ role, content }) => `[${role}]\n${content}`);
      return `${turn.seat} ${turn.kind} @${turn.at}\n${messages.join('\n')}`;
    });
}
