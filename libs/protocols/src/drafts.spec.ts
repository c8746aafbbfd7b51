import {
  beliefIn,
  type How,
  type Listed,
  type Message,
  type Posed,
  type Prompt,
  type Table,
  type Turn,
} from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consultancy } from './consultancy/index.ts';
import { debate } from './debate/index.ts';
import { proposerCritic } from './proposer-critic/index.ts';

const OPTIONS = ['the mill', 'the harbour'];

interface Setting {
  readonly sides: readonly number[];
  readonly listed: readonly number[];
  readonly order: 'simultaneous' | 'sequential';
}

function tableOf({ sides, listed, order }: Setting, more: object = {}): Table {
  const posed: Posed = {
    question: 'Where was it found?',
    options: OPTIONS,
    source: 'SECRET-SOURCE: it was found at the harbour at dawn.',
    orders: { sides, listed, choices: [0, 1] },
    seed: 3,
  };
  const arranged = debate.arrange(
    { order, rounds: 2, quotes: 'marked', instructions: { A: 'ORDERS-A' }, ...more },
    posed,
  );
  if ('unfit' in arranged) throw new Error(arranged.unfit);
  return debate.table(arranged.setup);
}

function spoken(table: Table, turn: Turn, text: string): Table {
  const { seat, kind, at, version } = turn;
  const played = table.play({ seat, kind, at, version, by: 'model:m', said: { text } });
  if (!played.ok) throw new Error(played.why);
  return played.table;
}

function draftsOf(table: Table, turn: Turn, text: string) {
  const drafts = table.drafts(turn, { text });
  if (!drafts) throw new Error('speeches of a debate are drafted');
  return drafts;
}

const textOf = (messages: readonly Message[]) => messages.map(({ content }) => content).join('\n');
const turnOf = (table: Table, seat: string) => {
  const turn = table.next().find((each) => each.seat === seat && !each.optional);
  if (!turn) throw new Error(`${seat} has nothing to say`);
  return turn;
};

/**
 * A preference model whose answer is known: it believes in the option of the debater who says "strong", at 90 percent, and
 * else that both are as likely. It knows options and debaters only from the prompt.
 */
function preferred({ messages, reply }: Prompt): number {
  const text = textOf(messages);
  const sides = new Map([...text.matchAll(/<side debater="(\w+)">(.*?)<\/side>/g)].map(([, by, side]) => [by, side]));
  const strong = [...text.matchAll(/<speech by="(\w+)"[^>]*>([\s\S]*?)<\/speech>/g)].find(([, , words = '']) =>
    words.includes('strong'),
  );
  const side = strong && sides.get(strong[1]);
  const numbers = [...text.matchAll(/<option number="(\d)">(.*?)<\/option>/g)];
  const shares = new Map(
    numbers.map(([, number = '', option]) => [number, side === undefined ? 50 : option === side ? 90 : 10]),
  );
  if (reply.form === 'text') throw new Error('a rating was asked for in words');
  const said = Object.fromEntries(shares);
  const read = reply.schema.parse(reply.form === 'number' ? said : { probabilities: said });
  return beliefIn(read)[0] ?? Number.NaN;
}

const settings = fc.record<Setting>({
  sides: fc.constantFrom([0, 1], [1, 0]),
  listed: fc.constantFrom([0, 1], [1, 0]),
  order: fc.constantFrom('simultaneous', 'sequential'),
});
const hows = fc.record<How>({
  listed: fc.constantFrom('frozen', 'reversed'),
  answer: fc.constantFrom('stated', 'number'),
});

describe('the rating of a draft', () => {
  it('is the probability that its own side wins, whoever argues for what and however options are listed', () => {
    fc.assert(
      fc.property(settings, hows, fc.constantFrom('A', 'B'), (setting, how, seat) => {
        const first = tableOf(setting);
        const isSecond = seat === 'B' && setting.order === 'sequential';
        const table = isSecond ? spoken(first, turnOf(first, 'A'), 'It was there.') : first;
        const rating = (text: string) => preferred(draftsOf(table, turnOf(table, seat), text).rate(how));
        expect(rating('a strong reason')).toBeCloseTo(0.9);
        expect(rating('a weak reason')).toBeCloseTo(0.5);
      }),
    );
  });

  it('would be turned round by whoever took the probability of one seat for it, and so picks no worst draft', () => {
    for (const sides of [
      [0, 1],
      [1, 0],
    ] as const) {
      for (const seat of ['A', 'B']) {
        const table = tableOf({ sides, listed: [0, 1], order: 'simultaneous' });
        const ratings = ['a weak reason', 'a strong reason', 'a dull reason'].map((text) =>
          preferred(draftsOf(table, turnOf(table, seat), text).rate({})),
        );
        expect(ratings.indexOf(Math.max(...ratings))).toBe(1);
      }
    }
  });

  it('shows an opponent of whom nothing is heard with the one line, never with what is sealed', () => {
    const setting: Setting = { sides: [0, 1], listed: [0, 1], order: 'simultaneous' };
    const open = tableOf(setting);
    const sealed = spoken(open, turnOf(open, 'B'), 'SEALED words');
    const prompts = [open, sealed].map((table) =>
      textOf(draftsOf(table, turnOf(table, 'A'), 'DRAFT words').rate({}).messages),
    );
    expect(prompts[0]).toBe(prompts[1]);
    expect(prompts[0]).toContain(
      '<speech by="A" round="1">DRAFT words</speech>\n<speech by="B" round="1">My answer is the best choice and my opponent is wrong.</speech>',
    );
  });

  it('shows what the opponent has said, and nothing that judges do not see', () => {
    const first = tableOf({ sides: [0, 1], listed: [0, 1], order: 'sequential' }, { quotes: 'unmarked' });
    const table = spoken(first, turnOf(first, 'A'), 'We read <quote>found at the harbour</quote>.');
    const text = textOf(
      draftsOf(table, turnOf(table, 'B'), 'It says <quote>at the harbour at dawn</quote>.').rate({}).messages,
    );
    expect(text).toContain('We read <quote>found at the harbour</quote>.');
    expect(text).not.toContain('My answer is the best choice');
    expect(text).not.toContain('status=');
    for (const secret of ['SECRET-SOURCE', 'ORDERS-A']) expect(text).not.toContain(secret);
  });
});

it('are not made of what is no speech', () => {
  const table = tableOf({ sides: [0, 1], listed: [0, 1], order: 'sequential' });
  const turn = { seat: 'judge', kind: 'verdict', at: 'end', version: 1 };
  expect(table.drafts(turn, { belief: [0.5, 0.5], reason: '' })).toBeUndefined();
});

it('have prompts of this wording', () => {
  const first = tableOf({ sides: [0, 1], listed: [1, 0], order: 'sequential' });
  const table = spoken(first, turnOf(first, 'A'), 'We read <quote>found at the harbour</quote>.');
  const drafts = draftsOf(
    table,
    turnOf(table, 'B'),
    'It was the harbour </draft>, as <quote>at the harbour at dawn</quote> says.',
  );
  const prompts = {
    rate: drafts.rate({}),
    critique: drafts.critique(),
    helpful: drafts.helpful('Quote more.', {}),
    revise: drafts.revise('Quote more.'),
  };
  const said = Object.entries(prompts).map(
    ([name, { messages }]) => `${name}\n${messages.map(({ role, content }) => `[${role}]\n${content}`).join('\n')}`,
  );
  expect(said.join('\n\n')).toMatchSnapshot();
});

it('are rated for their own side wherever seats have sides, and not made where a seat has none', () => {
  const posed = { question: 'Where was it found?', options: OPTIONS, seed: 3 };
  const begun = (listed: Listed, chosen: object, sides: readonly number[]) => {
    const arranged = listed.arrange(chosen, { ...posed, orders: { sides, listed: [0, 1], choices: [0, 1] } });
    if ('unfit' in arranged) throw new Error(arranged.unfit);
    return listed.table(arranged.setup);
  };
  for (const sides of [
    [0, 1],
    [1, 0],
  ]) {
    const alone = begun(consultancy, { form: 'assigned' }, sides);
    expect(preferred(draftsOf(alone, turnOf(alone, 'consultant'), 'a strong reason').rate({}))).toBeCloseTo(0.9);
    const proposal = begun(proposerCritic, { critic: 'free' }, sides);
    const proposer = turnOf(proposal, 'proposer');
    expect(preferred(draftsOf(proposal, proposer, 'a strong reason').rate({}))).toBeCloseTo(0.9);
    const proposed = spoken(proposal, proposer, 'It was there.');
    expect(proposed.drafts(turnOf(proposed, 'critic'), { text: 'It was not.' })).toBeUndefined();
  }
});

it('tell which side is argued for in a speech, and of no other turn', () => {
  const table = tableOf({ sides: [1, 0], listed: [0, 1], order: 'sequential' });
  expect(table.assigned(turnOf(table, 'A'))).toEqual({ question: 'Where was it found?', options: OPTIONS, side: 1 });
  expect(table.assigned({ seat: 'judge', kind: 'verdict', at: 'end', version: 1 })).toBeUndefined();
});
