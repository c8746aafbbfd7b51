import { describe, expect, it } from 'vitest';
import { like } from '../testing/like.ts';
import { readContent } from '../testing/read.ts';

const LETTERS = 'question,A,B,C,D,answer';
const GPQA = 'Record ID,High-level domain,Notes,Question,Correct Answer,Incorrect Answer 1,Incorrect Answer 2';

describe('the format multiple-choice-csv', () => {
  it('reads letters with names, in the order of the file and with columns that it does not know', async () => {
    const { questions, faults } = await read(',Question,A,B,C,D,Answer,Subject\n0,"Two, or\nmore?",a,b,c,d,C,lamps\n');
    expect(faults).toEqual([]);
    expect(questions).toMatchObject([
      { prompt: 'Two, or\nmore?', options: ['a', 'b', 'c', 'd'], truth: 2, split: 'lamps' },
    ]);
  });

  it('reads letters without names from the first line on, the part from the name of the file', async () => {
    const { questions, faults } = await read('Who?,a,b,c,d,B\nWhen?,e,f,g,h,d\n', 'lamps_test.csv');
    expect(faults).toEqual([]);
    expect(questions).toMatchObject([
      { prompt: 'Who?', options: ['a', 'b', 'c', 'd'], truth: 1, split: 'test' },
      { prompt: 'When?', options: ['e', 'f', 'g', 'h'], truth: 3, split: 'test' },
    ]);
  });

  it('reads a correct answer among incorrect ones, which does not always come first', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `r${i},Lamps,,Q${i},right,wrong,false`);
    const { questions, faults } = await read([GPQA, ...lines].join('\n'));
    expect(faults).toEqual([]);
    expect(questions[7]).toMatchObject({ key: 'r7', prompt: 'Q7', split: 'Lamps' });
    expect(questions.every(({ options, truth }) => options.length === 3 && options[truth] === 'right')).toBe(true);
    expect(new Set(questions.map(({ truth }) => truth))).toEqual(new Set([0, 1, 2]));
  });

  it('keeps so many options as are wanted, in their order', async () => {
    const { questions } = await read(`${LETTERS}\nWho?,a,b,c,d,C\n`, 'set.csv', { options: 2, seed: 3 });
    expect(questions[0]?.options).toHaveLength(2);
    expect(questions[0]?.options[questions[0].truth]).toBe('c');
    expect([...(questions[0]?.options ?? [])].sort()).toEqual(questions[0]?.options);
  });

  it('reads fewer options where the last are empty, and finds contradicting letters', async () => {
    const { questions, faults } = await read(`${LETTERS}\nWho?,a,b,,,B\nWho?,a,b,,,B\nWho?,a,b,,,A\n`);
    expect(questions).toMatchObject([{ options: ['a', 'b'], truth: 1 }]);
    expect(faults).toMatchObject([{ line: 4, field: 'Record ID', why: like('given before (line 2)') }]);
  });

  it.each([
    ['letters without an answer', 'question,A,B,C,D\n', [1, 'Answer'], /"Answer" is missing.*Name the columns/],
    ['a gap in the letters', 'question,A,B,D,answer\n', [1, 'C'], /"C" is missing/],
    ['no letters', 'question,answer\n', [1, 'A'], /"A" is missing/],
    ['no correct answer', 'Question,Incorrect Answer 1\n', [1, 'Correct Answer'], /missing/],
    [
      'a gap in the answers',
      'Question,Correct Answer,Incorrect Answer 2\n',
      [1, 'Incorrect Answer 1'],
      /"Incorrect Answer 1" is missing/,
    ],
    ['a column given twice', 'question,A,A,B,answer\n', [1, 'A'], /twice/],
    ['two right answers', 'question,A,B,answer,Correct Answer,Incorrect Answer 1\n', [1, 'Answer'], /given twice/],
    ['neither names nor a question', 'prompt,first,second,third\n', [1, 'Question'], /name none and give/],
    ['an empty file', '', [1, undefined], /empty/],
    ['an empty question', `${LETTERS}\n,a,b,c,d,A\n`, [2, 'Question'], /empty/],
    ['an empty option', `${LETTERS}\nWho?,a,,c,d,A\n`, [2, 'B'], /B is empty/],
    ['an empty correct answer', `${GPQA}\nr,d,,Who?,,b,c\n`, [2, 'Correct Answer'], /empty/],
    ['an empty letter', `${LETTERS}\nWho?,a,b,c,d,\n`, [2, 'Answer'], /empty/],
    ['a letter of an option that is left out', `${LETTERS}\nWho?,a,b,,,C\n`, [2, 'Answer'], /"C" is none of A, B\./],
    ['a number for a letter', `${LETTERS}\nWho?,a,b,c,d,2\n`, [2, 'Answer'], /none of A, B, C, D/],
    ['two equal options', `${LETTERS}\nWho?,a,a,c,d,A\n`, [2, 'options'], /Options 1 and 2 are the same/],
    ['a row that is cut off', `${LETTERS}\nWho?,a,b,c`, [2, undefined], /4 cells.*names 6 columns/],
    ['a cell that is cut off', `${LETTERS}\nWho?,a,b,"c`, [2, 'C'], /never closed/],
  ])('refuses %s, and says where', async (_, content, spot, why) => {
    const { questions, faults } = await read(content);
    expect(questions).toEqual([]);
    expect(faults).toMatchObject([{ why: like(why) }]);
    expect([faults[0]?.line, faults[0]?.field]).toEqual(spot);
  });

  it('names the columns also in a file without names', async () => {
    const { faults } = await read('Who?,a,b,c,d,B\nWhen?,e,f\nWhere?,e,f,g,h,E\nWhy?,e,f"g,g,h,A\n');
    expect(faults.map(({ line, field }) => [line, field])).toEqual([
      [2, undefined],
      [3, 'Answer'],
      [4, 'B'],
    ]);
    expect(faults[0]?.why).toContain('This row has 3 cells, and the first line has 6.');
  });
});

function read(content: string, name = 'set.csv', options = {}): ReturnType<typeof readContent> {
  return readContent('multiple-choice-csv', content, name, options);
}
