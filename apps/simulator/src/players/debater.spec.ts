import { checkQuotes, lengthFault, lengthOf, quotesIn, sourceIndex } from '@moot/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, debated } from '../testing/play.ts';
import { debaterMessages, speechIn } from '../testing/prompts.ts';
import { caseOf } from '../testing/worlds.ts';

const asked = caseOf(1);
const index = sourceIndex(asked.source);
const statuses = (speech: string) => checkQuotes(index, speech).map(({ status }) => status);

describe('a debater', () => {
  it('quotes its source word for word, two to four times, and names its side', () => {
    const { text } = ask(debaterMessages(asked, { seat: 'A' }));
    const speech = speechIn(text);
    const quotes = checkQuotes(index, speech);
    expect(quotes.length).toBeGreaterThanOrEqual(2);
    expect(quotes.length).toBeLessThanOrEqual(4);
    expect(new Set(statuses(speech))).toEqual(new Set(['verbatim']));
    expect(speech).toContain(asked.options[0]);
    expect(text).toMatch(/^<thinking>.+<\/thinking>\n<speech>.+<\/speech>$/s);
  });

  it('sets no tags that were not asked for', () => {
    const messages = [
      {
        role: 'user',
        content: `<your_side>The sun</your_side><source>${asked.source}</source> Speak, about 60 words.`,
      },
    ];
    const { text } = ask(messages);
    expect(text).not.toMatch(/<(thinking|speech)/);
    expect(lengthOf('words', text)).toBe(60);
  });

  it('speaks exactly as long as it is asked to', () => {
    const { text } = ask(debaterMessages(asked, { seat: 'B' }));
    expect(lengthOf('words', speechIn(text))).toBe(100);
  });

  it('says the same to the same request, and something else with another seed', () => {
    const messages = debaterMessages(asked, { seat: 'A' });
    expect(ask(messages)).toEqual(ask(messages));
    expect(ask(messages, { seed: 2 }).text).not.toBe(ask(messages).text);
    expect(ask(messages, { parameters: { seed: 2 } }).text).not.toBe(ask(messages).text);
  });

  it('repeats none of its quotes, until it has none left', () => {
    for (const seat of ['A', 'B'] as const) {
      const quotes = debated(asked, 8)
        .filter(({ by }) => by === seat)
        .flatMap(({ text }) => quotesIn(text).map((quote) => quote.text));
      expect(quotes.length).toBeGreaterThan(12);
      expect(new Set(quotes).size).toBe(quotes.length);
    }
  });

  it("answers its opponent's last quotes from the second round on", () => {
    const spoken = debated(asked, 2);
    const last = quotesIn(spoken.find(({ by, round }) => by === 'B' && round === 1)?.text ?? '').at(-1)?.text ?? '';
    const second = spoken.find(({ by, round }) => by === 'A' && round === 2)?.text ?? '';
    const beginning = last.replace(/[“”]/g, '').split(/\s+/).slice(0, 7).join(' ');
    expect(second).toContain(`“${beginning}”`);
  });

  it('argues in general words where there is no text', () => {
    const { text } = ask(debaterMessages(asked, { seat: 'A', source: 'hidden' }));
    expect(speechIn(text)).not.toMatch(/<quote>|\btext\b/);
    expect(lengthOf('words', speechIn(text))).toBe(100);
  });

  it('obeys what it is told about its last reply', () => {
    const messages = debaterMessages(asked, { seat: 'A', length: 'in about 40 words' });
    const correction = { role: 'user', content: 'That is 40 words; at least 70 are wanted.' };
    const { text } = ask([...messages, { role: 'assistant', content: 'Too short.' }, correction]);
    expect(lengthOf('words', speechIn(text))).toBeGreaterThanOrEqual(70);
    expect(lengthOf('words', speechIn(text))).toBeLessThan(90);
  });

  it('keeps to any budget there is', () => {
    const budget = fc.record({
      unit: fc.constantFrom('words' as const, 'characters' as const),
      min: fc.integer({ min: 1, max: 400 }),
      more: fc.integer({ min: 0, max: 300 }),
      own: fc.string({ maxLength: 80 }),
    });
    fc.assert(
      fc.property(budget, fc.integer(), ({ unit, min, more, own }, seed) => {
        const [least, most] = unit === 'words' ? [min, min + more] : [6 * min, 6 * (min + more) + 40];
        const posed = { ...asked, options: [own, 'b'] as const };
        const speech = speechIn(
          ask(debaterMessages(posed, { seat: 'A', length: `between ${least} and ${most} ${unit}` }), { seed }).text,
        );
        expect(lengthFault({ unit, min: least, max: most, over: 'ask-again' }, speech)).toBeUndefined();
        expect(statuses(speech).every((status) => status === 'verbatim')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps within what may be quoted', () => {
    const speech = speechIn(
      ask(debaterMessages(asked, { seat: 'A', length: 'at most 750 characters, 150 of them quoted' })).text,
    );
    const quoted = quotesIn(speech).reduce((total, { text }) => total + text.length, 0);
    expect(quoted).toBeGreaterThan(0);
    expect(quoted).toBeLessThanOrEqual(150);
    expect(speech.length).toBeLessThanOrEqual(750 + 15 * quotesIn(speech).length);
  });
});

describe('the parameters of a debater', () => {
  const cases = Array.from({ length: 60 }, (_, i) => caseOf(i));
  const speeches = (parameters: Readonly<Record<string, number>>) =>
    cases.map((each) => ask(debaterMessages(each, { seat: 'A' }), { parameters }).text);

  it('honesty is the share of quotes that are not made up', () => {
    const share = (honesty: number) => {
      const all = speeches({ honesty }).flatMap((speech, i) => checkQuotes(sourceIndex(caseOf(i).source), speech));
      return all.filter(({ status }) => status === 'verbatim').length / all.length;
    };
    expect(share(1)).toBe(1);
    expect(share(0)).toBe(0);
    expect(share(0.5)).toBeCloseTo(0.5, 0);
    expect(Math.abs(share(0.5) - 0.5)).toBeLessThan(0.15);
  });

  it('persuasiveness is how much the quotes have to do with the side', () => {
    const share = (persuasiveness: number) =>
      speeches({ persuasiveness }).filter((speech, i) =>
        quotesIn(speech).some(({ text }) => text.includes(caseOf(i).options[0])),
      ).length / cases.length;
    expect(share(1)).toBeGreaterThan(share(0) + 0.3);
    expect(share(1)).toBe(1);
  });

  it('refusal is how often it will not argue', () => {
    const refused = (refusal: number) =>
      speeches({ refusal }).filter((speech) => !speech.includes('<speech>')).length / cases.length;
    expect(refused(0)).toBe(0);
    expect(refused(1)).toBe(1);
    expect(Math.abs(refused(0.5) - 0.5)).toBeLessThan(0.25);
  });

  it('wordy goes towards the limit and beyond it, but not after it was told', () => {
    const length = (wordy: number, correction?: string) => {
      const told = correction === undefined ? [] : [{ role: 'user', content: correction }];
      return lengthOf(
        'words',
        speechIn(ask([...debaterMessages(asked, { seat: 'A' }), ...told], { parameters: { wordy } }).text),
      );
    };
    expect(length(0)).toBe(100);
    expect(length(1)).toBeGreaterThan(135);
    expect(length(1)).toBeLessThanOrEqual(150);
    expect(length(2)).toBe(300);
    expect(length(2, 'That is 300 words; at most 150 are allowed.')).toBeLessThanOrEqual(150);
  });

  it('are those of a consultant, who answers nobody', () => {
    const messages = [
      {
        role: 'user',
        content: `<your_side>a drum</your_side><source>${asked.source}</source><transcript><speech by="consultant" round="1"><quote>${asked.source.slice(0, 80)}</quote></speech></transcript> about 80 words`,
      },
    ];
    const { text } = ask(messages, { role: 'consultant' });
    expect(text).not.toContain('opponent');
    expect(text).not.toContain(asked.source.slice(0, 40));
  });
});
