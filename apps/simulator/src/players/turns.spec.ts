import { lengthOf, listedOptions, quotesIn, sourceIndex, checkQuotes, tagged } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { textWith } from '../testing/like.ts';
import { ask, debated } from '../testing/play.ts';
import { judgeMessages, speechIn } from '../testing/prompts.ts';
import { caseOf } from '../testing/worlds.ts';
import type { Message } from './prompt.ts';

const asked = caseOf(1);
const spoken = debated(asked, 1);
const lastOf = (by: string) => quotesIn(spoken.find((each) => each.by === by)?.text ?? '').at(-1)?.text ?? '';

interface Telling {
  readonly who: string;
  readonly request: string;
  readonly own?: string;
  readonly opposing?: string;
  readonly after?: string;
}

/** A speaker's prompt as protocols write it, whatever is asked in it. */
function messagesTo({ who, request, own, opposing, after = '' }: Telling): readonly Message[] {
  const heard = spoken.map(({ by, round, text }) => `<speech by="${by}" round="${String(round)}">${text}</speech>`);
  const data = [
    tagged('question', asked.question),
    listedOptions(asked.options, [0, 1]),
    ...(own === undefined ? [] : [tagged('your_side', own)]),
    ...(opposing === undefined ? [] : [tagged('opposing_side', opposing)]),
    tagged('source', asked.source),
    `<transcript>${heard.join('')}${after}</transcript>`,
  ];
  return [
    { role: 'system', content: `You are ${who}. Give your speech in <speech> tags: about 60 words.` },
    { role: 'user', content: `${data.join('\n\n')}\n\n${request}` },
  ];
}

const [first, second] = asked.options;
const debaterA = { who: 'debater A in a debate with debater B', own: first, opposing: second };

describe('a simulated speaker', () => {
  it('asks its opponent about something it has said, in few words', () => {
    const request = 'Ask debater B one question about what it has said, in at most 60 words.';
    const question = speechIn(ask(messagesTo({ ...debaterA, request })).text);
    expect(question).toContain(lastOf('B').split(/\s+/).slice(0, 5).join(' '));
    expect(question).toContain('?');
    expect(lengthOf('words', question)).toBeLessThanOrEqual(60);
  });

  it('answers a question from its source, and takes its own question for none', () => {
    const after = '<speech by="B" round="1" asks="yes">Why?</speech><speech by="A" round="1" asks="yes">How?</speech>';
    const { text } = ask(messagesTo({ ...debaterA, after, request: 'Debater B has asked you a question. Answer it.' }));
    const statuses = checkQuotes(sourceIndex(asked.source), speechIn(text)).map(({ status }) => status);
    expect(statuses.length).toBeGreaterThan(0);
    expect(new Set(statuses)).toEqual(new Set(['verbatim']));
  });

  it('chooses an option by its number where it is to choose', () => {
    const request = 'Choose. Reply with one JSON object and nothing else: {"option": <the number of the option>}.';
    const reply: unknown = JSON.parse(ask(messagesTo({ who: 'debater A in a debate', request })).text);
    expect([{ option: 1 }, { option: 2 }]).toContainEqual(reply);
  });

  it('concedes as often as it is told to, and only where it may', () => {
    const may = 'You may concede: begin your speech with the line I CONCEDE. Give your speech.';
    const said = (request: string, concedes: number) =>
      speechIn(ask(messagesTo({ ...debaterA, request }), { parameters: { concedes } }).text).startsWith('I CONCEDE\n');
    expect([said(may, 1), said(may, 0), said('Give your speech.', 1)]).toEqual([true, false, false]);
  });

  it('says as a critic where it stands, and argues for that', () => {
    const request = 'Criticise the proposal. Begin with the line AGREE or the line DISAGREE.';
    const stances = [first, second].map((opposing) => {
      const speech = speechIn(ask(messagesTo({ who: 'the critic of a proposed answer', opposing, request })).text);
      const [stance, ...rest] = speech.split('\n');
      const other = opposing === first ? second : first;
      expect(rest.join(' ')).toContain(stance === 'AGREE' ? opposing : other);
      if (stance === 'AGREE') expect(rest.join(' ')).not.toMatch(/opponent|do not settle|speaks against/);
      return stance;
    });
    expect(stances.toSorted()).toEqual(['AGREE', 'DISAGREE']);
  });
});

describe('a simulated judge', () => {
  const form = 'You may now choose one of: ask, continue, end. Reply with one JSON object: {"choice": "continue"}.';
  const choiceOf = (judging: object, ability: number): unknown =>
    JSON.parse(
      ask(judgeMessages(asked, { form, ...judging }), { role: 'judge', parameters: { ability, noise: 0 } }).text,
    );

  it('in doubt asks a speaker about something it has said', () => {
    expect(choiceOf({ spoken }, 0)).toEqual({
      choice: 'ask',
      to: ['B'],
      text: textWith(lastOf('B').split(/\s+/).slice(0, 5).join(' ')),
    });
  });

  it('ends it when sure, and asks nothing before anything is said', () => {
    expect(choiceOf({ spoken }, 50)).toMatchObject({ choice: 'end' });
    expect(choiceOf({}, 0)).toMatchObject({ choice: 'continue' });
  });
});
