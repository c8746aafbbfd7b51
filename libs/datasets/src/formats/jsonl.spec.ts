import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE } from '../files/lines.ts';
import { like } from '../testing/like.ts';
import { readContent, readPath } from '../testing/read.ts';

const SOURCE = '{"kind":"source","key":"s","title":"T","text":"Text"}';
const QUESTION = '{"key":"q","question":"Which?","options":["a","b"],"truth":1,"source":"s"}';

describe('the format jsonl', () => {
  it('reads sources and questions, with a mark, CRLF, empty lines and no last line break', async () => {
    const { rows } = await readContent('jsonl', `\ufeff${SOURCE}\r\n\r\n${QUESTION}`);
    expect(rows).toEqual([
      { kind: 'source', key: 's', title: 'T', text: 'Text' },
      { kind: 'question', key: 'q', prompt: 'Which?', options: ['a', 'b'], truth: 1, source: 's' },
    ]);
  });

  it('takes the truth as an index from 0 or as the text of an option, in the order given', async () => {
    const told = QUESTION.replace('"truth":1', '"truth":"a"').replace('"q"', '"r"');
    const { questions } = await readContent('jsonl', [SOURCE, QUESTION, told].join('\n'));
    expect(questions.map(({ truth, options }) => [truth, options])).toEqual([
      [1, ['a', 'b']],
      [0, ['a', 'b']],
    ]);
  });

  it.each([
    ['a line that was cut off', QUESTION.slice(0, 30), { column: 31 }, /ends in the middle.*cut off/],
    ['a line cut off inside a word', '{"key": tr', { column: 11 }, /ends in the middle/],
    ['a stray word', '{"key": nope}', { column: 10 }, /"o" is not expected here/],
    ['a missing colon', '{"key" 1}', { column: 8 }, /"1" is not expected here/],
    ['a list', '[1]', {}, /one object, in braces/],
    ['an unknown kind', '{"kind":"sauce"}', { field: 'kind' }, /"source" or "question"/],
    ['an unknown field', QUESTION.replace('}', ',"foo":1}'), { field: 'foo' }, /no field "foo" \(there are: kind, key/],
    ['a missing field', '{"key":"q","options":["a","b"],"truth":0}', { field: 'question' }, /question is missing/],
    [
      'options that are no list',
      '{"key":"q","question":"?","options":"a","truth":0}',
      { field: 'options' },
      /expected array/,
    ],
    ['one option', '{"key":"q","question":"?","options":["a"],"truth":0}', { field: 'options' }, /fewer than two/],
    ['two equal options', '{"key":"q","question":"?","options":["a","a"],"truth":0}', { field: 'options' }, /the same/],
    ['a truth out of range', QUESTION.replace('1', '2'), { field: 'truth' }, /2 is none of the 2 options.*from 0 to 1/],
    ['a truth in quotation marks', QUESTION.replace('1', '"1"'), { field: 'truth' }, /without quotation marks/],
    ['a source that leads nowhere', QUESTION.replace('"s"', '"t"'), { field: 'source' }, /"t".*Put the source first/],
    ['half a character', QUESTION.replace('Which', '\\ud800'), { field: 'question' }, /lone surrogate/],
    ['an empty source', '{"kind":"source","key":"t","text":" "}', { field: 'text' }, /empty/],
  ])('refuses %s, says where, and reads on', async (_, line, spot, why) => {
    const { faults, questions } = await readContent(
      'jsonl',
      [SOURCE, line, QUESTION.replace('"q"', '"last"')].join('\n'),
    );
    expect(faults).toHaveLength(1);
    expect(faults[0]).toEqual({ file: 'set.jsonl', line: 2, ...spot, why: like(why) });
    expect(questions.map(({ key }) => key)).toEqual(['last']);
  });

  it('names the byte and column that are not UTF-8, and reads on', async () => {
    const bad = Buffer.concat([Buffer.from('{"key":"é'), Buffer.from([0xc3, 0x28]), Buffer.from('"}\n')]);
    const { faults, questions } = await readContent(
      'jsonl',
      Buffer.concat([Buffer.from(`${SOURCE}\n`), bad, Buffer.from(QUESTION)]),
    );
    expect(faults).toMatchObject([
      {
        line: 2,
        column: 10,
        why: like(`Byte ${SOURCE.length + 1 + 10} of the file (0xC3)`),
      },
    ]);
    expect(questions).toHaveLength(1);
  });

  it('finds a character cut off at the end of the file', async () => {
    const { faults } = await readContent('jsonl', Buffer.concat([Buffer.from('{"key":"'), Buffer.from([0xe2, 0x82])]));
    expect(faults).toMatchObject([{ line: 1, column: 9, why: like('Byte 8') }]);
  });

  it('refuses a line over 20 MB without keeping it, and reads on', async () => {
    const { faults, questions } = await readContent(
      'jsonl',
      `${SOURCE}\n${'x'.repeat(LONGEST_LINE + 1)}\n${QUESTION}\n`,
    );
    expect(faults).toMatchObject([{ line: 2, why: like('longer than 20 MB') }]);
    expect(questions).toHaveLength(1);
  });

  it('takes the same line twice once, and refuses a key with other content', async () => {
    const other = QUESTION.replace('"truth":1', '"truth":0');
    const { rows, faults } = await readContent('jsonl', [SOURCE, SOURCE, QUESTION, QUESTION, other].join('\n'));
    expect(rows).toHaveLength(3);
    expect(faults).toMatchObject([{ line: 5, field: 'key' }]);
  });

  it.each(['"truth":0', '"\\u0074ruth":0'])('refuses a field that is there a second time, as %s', async (again) => {
    const twice = QUESTION.replace('"truth":1', `"truth":1,${again}`);
    const { faults, questions } = await readContent('jsonl', `${SOURCE}\n${twice}`);
    expect(questions).toEqual([]);
    expect(faults).toMatchObject([
      { line: 2, column: twice.indexOf(again) + 1, why: like('"truth" stands here a second time') },
    ]);
  });

  it('refuses a line that is nested deeper than can be followed', async () => {
    const { faults } = await readContent('jsonl', `{"key":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
    expect(faults).toMatchObject([{ line: 1, why: like('nested too deep') }]);
  });

  it('says of a question about a refused source where that stands', async () => {
    const { faults } = await readContent('jsonl', `${SOURCE.replace('Text', '')}\n${QUESTION}`);
    expect(faults[1]?.why).toContain('"s" was refused (line 1)');
  });

  it.each(['{"', '[[[[', '"\\u12', '{"a":1,}', '\0', '{"key":"q"}x', 'truex', '-'])(
    'never throws: %j',
    async (line) => {
      const { faults } = await readContent('jsonl', line);
      expect(faults).toHaveLength(1);
    },
  );

  it('makes a fault of a path where nothing can be read', async () => {
    const { faults } = await readPath('jsonl', join(tmpdir(), 'moot-not-there.jsonl'));
    expect(faults).toMatchObject([{ file: 'moot-not-there.jsonl', why: 'There is no such file. Check the path.' }]);
  });

  it('reads a folder with texts beside the questions', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'moot-datasets-'));
    await mkdir(join(folder, 'texts'));
    await writeFile(join(folder, 'texts', 's.txt'), 'The Title\n\nOne.\n\nTwo.\n');
    await writeFile(join(folder, 'questions.jsonl'), QUESTION);
    const { rows } = await readPath('jsonl', folder);
    await rm(folder, { recursive: true });

    expect(rows).toMatchObject([
      { kind: 'source', key: 's', title: 'The Title', text: 'One.\n\nTwo.' },
      { kind: 'question' },
    ]);
  });
});
