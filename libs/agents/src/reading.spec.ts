import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Reply } from '@moot/protocol';
import { readReply } from './reading.ts';

const TEXT: Reply = { form: 'text' };
const HUNDRED = z.array(z.number()).check((context) => {
  const sum = context.value.reduce((a, b) => a + b, 0);
  if (sum !== 100)
    context.issues.push({ code: 'custom', message: `they add up to ${sum}, not to 100`, input: context.value });
});
const BELIEF: Reply = {
  form: 'json',
  name: 'belief',
  schema: z.strictObject({ probabilities: HUNDRED, reason: z.string() }),
};
const GOOD = '{"probabilities": [70, 30], "reason": "A quotes {this} and \\"that\\"."}';
const SAID = { probabilities: [70, 30], reason: 'A quotes {this} and "that".' };

describe('a reply in words', () => {
  it.each([
    ['The bridge holds.', { said: { text: 'The bridge holds.' } }],
    ['<thinking>Hm.</thinking>\n The bridge holds. ', { said: { text: 'The bridge holds.' }, thinking: 'Hm.' }],
    ['<THINK>Hm.</THINK>It holds.<think>Ha.</think>', { said: { text: 'It holds.' }, thinking: 'Hm.Ha.' }],
    ['Here it is: <speech by="A">It holds.</speech> I hope it helps.', { said: { text: 'It holds.' } }],
    [
      '<thinking>Shall I <speech>lie</speech>?</thinking><speech>It holds.',
      { said: { text: 'It holds.' }, thinking: 'Shall I lie?' },
    ],
    ['<thinking>a<thinking>b</thinking>c</thinking>It holds.', { said: { text: 'It holds.' }, thinking: 'abc' }],
    ['I had better lie.</think>It holds.', { said: { text: 'It holds.' }, thinking: 'I had better lie.' }],
    ['a < b, <quote>c</quote> and <thinker>d', { said: { text: 'a < b, <quote>c</quote> and <thinker>d' } }],
  ])('%j is read without its thinking', (text, read) => {
    expect(readReply(TEXT, text)).toEqual({ ok: true, ...read });
  });

  it.each([
    [
      '<thinking>Hm. The bridge holds.',
      'your thinking is not closed: end it with </thinking> before you give your answer',
    ],
    ['It holds. <think>Or', 'your thinking is not closed: end it with </thinking> before you give your answer'],
    ['<thinking>Hm.</thinking>  ', 'nothing is said outside of your thinking: give your answer'],
    ['<speech></speech>', 'nothing is said outside of your thinking: give your answer'],
    ['', 'nothing is said outside of your thinking: give your answer'],
    ['<speech>a</speech><speech>b</speech>', 'there are several <speech> parts: give exactly one'],
  ])('%j is a fault', (text, fault) => {
    expect(readReply(TEXT, text)).toEqual({ ok: false, fault });
  });
});

describe('a reply in JSON', () => {
  it.each([
    GOOD,
    `\`\`\`json\n${GOOD}\n\`\`\``,
    `Given {A, B} and "so on", I say:\n${GOOD}\nThat is \\frac{1}{2}.`,
    `${GOOD}\n\nAgain: ${GOOD.replaceAll(' ', '').replace('Aquotes{this}and', 'A quotes {this} and ')}`,
  ])('%j is read whatever stands around it', (text) => {
    expect(readReply(BELIEF, text)).toEqual({ ok: true, said: SAID });
    expect(readReply(BELIEF, `<thinking>{"probabilities": 1}</thinking>${text}`)).toMatchObject({
      ok: true,
      said: SAID,
    });
  });

  it.each([
    ['{"probabilities": [60, 30], "reason": ""}', 'probabilities: they add up to 90, not to 100'],
    ['{"probabilities": ["60", 40], "reason": ""}', 'probabilities.0: Invalid input: expected number, received string'],
    ['{"probabilities": [60, 40]}', 'reason: Invalid input: expected string, received undefined'],
    ['{"probabilities": [60, 40], "reason": "", "more": 1}', 'Unrecognized key: "more"'],
    ['I would say 70 to 30.', 'there is no JSON object in the answer'],
    [
      `${GOOD} or {"probabilities": [60, 40], "reason": ""}`,
      'there are several different JSON objects in the answer: give exactly one',
    ],
    [`[${GOOD}]`, 'the answer must be one JSON object, not a list'],
    ['{"probabilities": [70, 30], "reason": "A quo', 'the JSON object is not complete: a closing } is missing'],
    ['{"inner": {"probabilities": [70, 30], "reason": ""}', 'the JSON object is not complete: a closing } is missing'],
    ['{"probabilities": [10, 90], "probabilities": [90, 10], "reason": ""}', 'a field stands twice in the JSON object'],
    [`${'{"a":['.repeat(60)}1${']}'.repeat(60)}`, 'the JSON object is nested too deeply'],
  ])('%j is a fault and never bent', (text, fault) => {
    expect(readReply(BELIEF, text)).toEqual({ ok: false, fault });
  });

  it.each([
    '{"probabilities": [70, 30], "reason": "",}',
    "{'probabilities': [70, 30], 'reason': ''}",
    '{probabilities: [70, 30]}',
    `${GOOD} {reason: 1}`,
  ])('%j cannot be read, and it is said why', (text) => {
    const read = readReply(BELIEF, text);
    expect(read.ok ? '' : read.fault).toMatch(/^the JSON object cannot be read: .*JSON/);
  });

  it('is either the object that was meant or a fault, wherever it is cut off', () => {
    for (let end = 0; end < GOOD.length; end += 1) expect(readReply(BELIEF, GOOD.slice(0, end)).ok).toBe(false);
  });

  it('is read in any wording that JSON allows', () => {
    const Any: Reply = { form: 'json', name: 'any', schema: z.record(z.string(), z.unknown()) };
    const key = fc.string().filter((text) => text !== '__proto__');
    fc.assert(
      fc.property(fc.dictionary(key, fc.jsonValue({ maxDepth: 3 })), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const said: unknown = JSON.parse(text);
        expect(readReply(Any, `So: ${text}.`)).toEqual({ ok: true, said });
      }),
    );
  });
});

it('reads 256 kB of braces in no time', () => {
  for (const text of ['{'.repeat(262_144), '{}'.repeat(131_072), '<'.repeat(262_144), '<think'.repeat(40_000)]) {
    expect(readReply(BELIEF, text).ok).toBe(false);
  }
});

it('makes of a text what its prompt makes of it', () => {
  const reply: Reply = { form: 'text', read: (text) => ({ text: text.slice(1), isMarked: text.startsWith('!') }) };
  expect(readReply(reply, '<thinking>Hm.</thinking><speech>!Yes.</speech>')).toMatchObject({
    said: { text: 'Yes.', isMarked: true },
  });
});
