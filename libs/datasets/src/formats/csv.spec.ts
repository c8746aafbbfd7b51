import { describe, expect, it } from 'vitest';
import { like } from '../testing/like.ts';
import { readContent } from '../testing/read.ts';

const HEAD = 'key,question,option_1,option_2,truth';

describe('the format csv', () => {
  it('reads quoted commas, quotes and line breaks, with a byte order mark and CRLF', async () => {
    const { questions, faults } = await readContent('csv', `\ufeff${HEAD}\r\nk,"What, ""now""?\r\nTell",a,b,2\r\n`);
    expect(faults).toEqual([]);
    expect(questions).toEqual([
      { kind: 'question', key: 'k', prompt: 'What, "now"?\nTell', options: ['a', 'b'], truth: 1 },
    ]);
  });

  it.each([';', '\t'])('finds the separator %j by itself', async (separator) => {
    const { questions } = await readContent('csv', `${HEAD}\nk,q,a,b,a\n`.replaceAll(',', separator));
    expect(questions).toMatchObject([{ key: 'k', truth: 0 }]);
  });

  it('yields a source before the first question about it, and once', async () => {
    const head = `question,correct,distractor,distractor_2,source_key,source_text,source_title,licence,split,difficulty`;
    const { rows } = await readContent('csv', `${head}\nq,a,b,,s,Text,Title,CC0,dev,hard\nr,a,b,c,s,,,,,\n`);
    expect(rows.map(({ kind }) => kind)).toEqual(['source', 'question', 'question']);
    expect(rows[0]).toEqual({ kind: 'source', key: 's', text: 'Text', title: 'Title' });
    expect(rows[1]).toMatchObject({ source: 's', licence: 'CC0', split: 'dev', difficulty: 'hard' });
  });

  it('does not always put the right option first where it has a column of its own', async () => {
    const rows = Array.from({ length: 200 }, (_, i) => `q${i},right,wrong`).join('\n');
    const first = await readContent('csv', `question,correct,distractor\n${rows}`);
    const again = await readContent('csv', `question,correct,distractor\n${rows}`);
    const truths = first.questions.map(({ truth }) => truth);

    expect(first.questions.every(({ options, truth }) => options[truth] === 'right')).toBe(true);
    expect(truths.filter((truth) => truth === 0).length).toBeGreaterThan(70);
    expect(truths.filter((truth) => truth === 1).length).toBeGreaterThan(70);
    expect(again.questions).toEqual(first.questions);
  });

  it.each([
    ['a missing column', 'question,option_1,option_2\n', [1, 'truth'], /"truth" is missing. Known columns: question/],
    ['an unknown column', `${HEAD},answer\n`, [1, 'answer'], /no column "answer".*Known columns: question/],
    [
      'another separator',
      `${HEAD}\n`.replaceAll(',', '|'),
      [1, HEAD.replaceAll(',', '|')],
      /separated by commas, semicolons or tabs/,
    ],
    ['a column given twice', `${HEAD},truth\n`, [1, 'truth'], /stands there twice/],
    ['a gap in the options', 'question,option_1,option_3,truth\n', [1, 'option_2'], /missing/],
    ['a gap in the distractors', 'question,correct,distractor,distractor_3\n', [1, 'distractor_2'], /missing/],
    ['no line at all', '', [1, undefined], /The file is empty/],
    ['too few cells', `${HEAD}\nk,q,a,b\n`, [2, undefined], /4 cells, and the first line names 5 columns/],
    ['an empty question', `${HEAD}\nk,,a,b,1\n`, [2, 'question'], /empty/],
    ['an empty option', `${HEAD}\nk,q,,b,1\n`, [2, 'option_1'], /option_1 is empty/],
    ['an empty truth', `${HEAD}\nk,q,a,b,\n`, [2, 'truth'], /from 1 to 2/],
    ['a truth that is no option', `${HEAD}\nk,q,a,b,3\n`, [2, 'truth'], /"3" is none of the options/],
    ['two right answers', `${HEAD}\nk,q,a,b,"1,2"\n`, [2, 'truth'], /two right answers/],
    [
      'a truth that may mean two options',
      `${HEAD}\nk,q,2,1,1\n`,
      [2, 'truth'],
      /number of one option and the text of another/,
    ],
    [
      'the right answer given in two ways',
      'question,option_1,option_2,truth,correct,distractor\nq,a,b,1,b,a\n',
      [1, 'correct'],
      /given twice/,
    ],
    ['options that only look different', `${HEAD}\nk,q,a,a\u200b,1\n`, [2, 'options'], /Options 1 and 2 are the same/],
    ['a key without end', `${HEAD}\n${'k'.repeat(501)},q,a,b,1\n`, [2, 'key'], /500 are allowed/],
    ['two equal options', `${HEAD}\nk,q,a,a ,1\n`, [2, 'options'], /Options 1 and 2 are the same/],
    [
      'a source that leads nowhere',
      'question,correct,distractor,source_key\nq,a,b,s\n',
      [2, 'source_key'],
      /"s".*Put the source first/,
    ],
    ['a quotation mark that never closes', `${HEAD}\nk,"q\n,a,b,1\n`, [2, 'question'], /never closed/],
    ['a quotation mark inside a cell', `${HEAD}\nk,q,a"b",b,1\n`, [2, 'option_1'], /not quoted/],
    ['text after a quoted cell', `${HEAD}\nk,"q"x,a,b,1\n`, [2, 'question'], /after the closing quotation mark/],
    ['UTF-16', Buffer.from(`\ufeff${HEAD}`, 'utf16le'), [undefined, undefined], /UTF-16/],
    ['a NUL', `${HEAD}\nk,q\0,a,b,1\n`, [2, 'question'], /NUL/],
  ])('refuses %s, and says where', async (_, content, spot, why) => {
    const { faults, questions } = await readContent('csv', content);
    expect(questions).toEqual([]);
    expect(faults).toMatchObject([{ file: 'set.csv', why: like(why) }]);
    expect([faults[0]?.line, faults[0]?.field]).toEqual(spot);
  });

  it('names the first byte that is not UTF-8', async () => {
    const content = Buffer.concat([Buffer.from(`${HEAD}\nk,é`), Buffer.from([0xe9]), Buffer.from(',a,b,1\n')]);
    const { faults } = await readContent('csv', content);
    expect(faults[0]?.why).toContain(`Byte ${HEAD.length + 5} of the file (0xE9) is not UTF-8`);
  });

  it('keeps the records before a broken one and counts lines through quoted line breaks', async () => {
    const { questions, faults } = await readContent(
      'csv',
      `${HEAD}\nk1,"a\nb\nc",a,b,1\n\nk2,q,a,b,9\nk3,q,x"y",b,1\nk4,q,a,b,1\n`,
    );
    expect(questions.map(({ key }) => key)).toEqual(['k1']);
    expect(faults.map(({ line }) => line)).toEqual([6, 7]);
    expect(faults[1]?.why).toContain('Nothing after it was read.');
  });

  it('takes the same question once and refuses its key with other content', async () => {
    const { questions, faults } = await readContent('csv', `${HEAD}\nk,q,a,b,1\nk,q,a,b,a\nk,q,a,b,2\n`);
    expect(questions).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 4, field: 'key', why: like('given before (line 2)') }]);
  });

  it('finds contradicting truths also where rows have no key', async () => {
    const { questions, faults } = await readContent('csv', 'question,option_1,option_2,truth\nq,a,b,1\nq,b,a,1\n');
    expect([questions.length, faults.length]).toEqual([1, 1]);
  });

  it('does not give a question a text that its source does not have', async () => {
    const head = 'question,correct,distractor,source_key,source_text';
    const { questions, faults } = await readContent('csv', `${head}\nq,a,b,s,One\nr,a,b,s,Two\n`);
    expect(questions).toHaveLength(1);
    expect(faults).toMatchObject([{ line: 3, field: 'source_key' }]);
  });
});
