import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { like } from '../testing/like.ts';
import { readContent, readPath, SHARED } from '../testing/read.ts';

const EXAMPLE = join(SHARED, 'quality-format-example', 'quality_example.jsonl');

const ITEM = {
  question: 'Which? ',
  question_unique_id: '1_A_1',
  options: ['one', 'two', 'three', 'four'],
  gold_label: 3,
  writer_label: 3,
  validation: [
    { untimed_annotator_id: 'x', untimed_answer: 3, untimed_eval1_answerability: 1, untimed_best_distractor: 2 },
    { untimed_answer: 4, untimed_best_distractor: 2 },
  ],
  speed_validation: [{ speed_annotator_id: 'x', speed_answer: 1 }],
  difficult: 1,
};
const ARTICLE = {
  article_id: '1',
  set_unique_id: '1_A',
  title: 'T',
  license: 'Free',
  article: '<p>One\ntwo</p><p>three</p>',
  questions: [ITEM],
};

describe('the format quality', () => {
  it('reads the release: text of HTML, all four options, licence, split and difficulty', async () => {
    const { rows } = await readContent('quality', JSON.stringify(ARTICLE), 'QuALITY.v1.0.1.dev');
    expect(rows).toEqual([
      { kind: 'source', key: '1', title: 'T', text: 'One two\n\nthree' },
      {
        kind: 'question',
        key: '1_A_1',
        prompt: 'Which?',
        options: ['one', 'two', 'three', 'four'],
        truth: 2,
        source: '1',
        licence: 'Free',
        split: 'dev',
        difficulty: 'hard',
      },
    ]);
  });

  it('takes an article that two writers share once', async () => {
    const other = { ...ARTICLE, set_unique_id: '1_B', questions: [{ ...ITEM, question_unique_id: '1_B_1' }] };
    const { sources, questions } = await readContent(
      'quality',
      [ARTICLE, other].map((line) => JSON.stringify(line)).join('\n'),
    );
    expect([sources.length, questions.length]).toEqual([1, 2]);
  });

  it('keeps a second copy that differs under the name of its set', async () => {
    const other = {
      ...ARTICLE,
      set_unique_id: '1_B',
      article: 'Otherwise.',
      questions: [{ ...ITEM, question_unique_id: '1_B_1' }],
    };
    const { sources, questions } = await readContent(
      'quality',
      [ARTICLE, other].map((line) => JSON.stringify(line)).join('\n'),
    );
    expect(sources.map(({ key }) => key)).toEqual(['1', '1_B']);
    expect(questions.map(({ source }) => source)).toEqual(['1', '1_B']);
  });

  it('keeps the right option with as many of the others as are wanted, those with most votes', async () => {
    const votes = [2, 2, 4].map((vote) => ({ untimed_best_distractor: vote }));
    const content = JSON.stringify({ ...ARTICLE, questions: [{ ...ITEM, validation: votes }] });
    const kept = async (options: number): Promise<readonly string[] | undefined> =>
      (await readContent('quality', content, 'set.quality', { options })).questions[0]?.options;
    expect([...((await kept(2)) ?? [])].sort()).toEqual(['three', 'two']);
    expect([...((await kept(3)) ?? [])].sort()).toEqual(['four', 'three', 'two']);
    expect(await kept(4)).toEqual(['one', 'two', 'three', 'four']);
  });

  it.each([
    [
      'the test split',
      { ...ARTICLE, questions: [{ ...ITEM, gold_label: undefined }] },
      'gold_label',
      /test split are not published/,
    ],
    [
      'a label out of range',
      { ...ARTICLE, questions: [{ ...ITEM, gold_label: 5 }] },
      'questions[0].gold_label',
      /from 1 to 4/,
    ],
    [
      'options that are no texts',
      { ...ARTICLE, questions: [{ ...ITEM, options: [1] }] },
      'questions[0].options[0]',
      /expected string/,
    ],
    ['no questions', { ...ARTICLE, questions: undefined }, 'questions', /there is none/],
    ['no article', { ...ARTICLE, article: undefined }, 'article', /text or a list of lines/],
  ])('refuses %s, and says where', async (_, line, field, why) => {
    const { faults, questions } = await readContent('quality', JSON.stringify(line));
    expect(questions).toEqual([]);
    expect(faults).toMatchObject([{ line: 1, field, why: like(why) }]);
  });
});

describe.skipIf(!existsSync(EXAMPLE))('the format quality, on ../shared/data/quality-format-example', () => {
  it('reads the flat form: one story and five questions, of which both lines are the same', async () => {
    const { sources, questions, faults } = await readPath('quality', EXAMPLE);
    expect(faults).toEqual([]);
    expect(sources.map(({ title, text }) => [title, text.length > 25_000])).toEqual([['The Girl in His Mind', true]]);
    expect(sources[0]?.text).toContain("a book open on her lap. Xenophon's Anabasis. Her hair");
    expect(questions.map(({ options, truth }) => [options.length, options[truth]?.slice(0, 20)])).toEqual([
      [4, 'Because Deirdre has '],
      [4, 'He feels guilty abou'],
      [4, 'He feels guilty abou'],
      [4, 'a criminal that Blak'],
      [4, 'He has never seen an'],
    ]);
  });

  it('keeps, of two, the truth and the option that misled the validators most', async () => {
    const all = await readPath('quality', EXAMPLE);
    const two = await readPath('quality', EXAMPLE, { options: 2 });
    expect(two.questions.map(({ options }) => options.length)).toEqual([2, 2, 2, 2, 2]);
    expect(two.questions.map(({ options, truth }) => options[truth])).toEqual(
      all.questions.map(({ options, truth }) => options[truth]),
    );
    expect(two.questions[0]?.options).toContain(
      "Because Blake is acting like he's her father, which is a sensitive topic for Deirdre because she lost her real parents.",
    );
  });
});
