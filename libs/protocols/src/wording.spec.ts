import type { Table } from '@moot/protocol';
import { describe, expect, it } from 'vitest';
import { consultancy } from './consultancy/index.ts';
import { debate } from './debate/index.ts';
import { direct } from './direct/index.ts';
import { proposerCritic } from './proposer-critic/index.ts';
import { play, promptsOf, tableOf } from './random-play.ts';

describe('the wording', () => {
  const debateTable = tableOf(debate, {
    order: 'simultaneous',
    rounds: 1,
    words: { ask: 100, min: 70, max: 150 },
    quotes: 'marked',
    beliefs: 'each-round',
  });

  it('of direct judgment without the source', () => {
    expect(promptsOf(tableOf(direct, { source: 'hidden' }))).toMatchSnapshot();
  });

  it('of direct judgment with the source', () => {
    expect(promptsOf(tableOf(direct, { source: 'shown' }))).toMatchSnapshot();
  });

  it('of timed direct judgment is that of any other, since models have no limit', () => {
    const timed = tableOf(direct, { source: 'shown', seconds: 240 });
    expect(timed.next()).toMatchObject([{ seconds: 240 }]);
    expect(promptsOf(timed)).toEqual(promptsOf(tableOf(direct, { source: 'shown' })));
  });

  it('of a debate', () => {
    const before = debateTable.play({
      seat: 'judge',
      kind: 'belief',
      at: 'round 0',
      version: 1,
      by: 'model:m',
      said: { belief: [0.5, 0.5] },
    });
    if (!before.ok) throw new Error(before.why);
    expect([...promptsOf(debateTable), ...promptsOf(before.table)]).toMatchSnapshot();
  });

  it.each([
    [
      'a debate with everything',
      debate,
      {
        order: 'simultaneous-openings',
        rounds: { min: 1, max: 3 },
        characters: { max: 750 },
        quoted: { max: 250 },
        questions: 1,
        answers: 'next-speech',
        penalty: 0.05,
        sides: 'open',
        concession: 'allowed',
        crossExamination: true,
      },
    ],
    ['a consultancy', consultancy, { form: 'assigned', rounds: 2, questions: 1 }],
    ['propaganda', consultancy, { form: 'assigned', rounds: 1 }],
    ['an open consultancy', consultancy, { form: 'open', rounds: 1 }],
    ['two consultancies side by side', consultancy, { form: 'double', rounds: 1 }],
    ['a proposal and its critic', proposerCritic, {}],
    ['a proposal and a critic who may agree', proposerCritic, { critic: 'free', sides: 'open' }],
  ])('of %s, turn by turn', (_name, listed, options) => {
    expect(turnByTurn(tableOf(listed, options))).toMatchSnapshot();
  });
});

/** What is asked in each turn, without the question and the source that each of them repeats. */
function turnByTurn(table: Table): readonly string[] {
  const asked: string[] = [];
  play(table, 7, (turn, text) => {
    const words = text.replace(/<(question|options|source)\b[\s\S]*?<\/\1>\n*/g, '');
    asked.push(`${turn.seat} ${turn.kind} @${turn.at}\n${words}`);
  });
  // A turn that stays open is looked at again.
  return [...new Set(asked)];
}
