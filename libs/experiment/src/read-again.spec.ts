import { describe, expect, it } from 'vitest';
import { readExperiment } from './read.ts';

describe('an arm that judges transcripts again', () => {
  const again = (line: string) => `name: again\nseed: 7\nquestions: { dataset: nyu }\narms:\n  new: ${line}\n`;
  const finished = [
    { experiment: 'pilot', arm: 'debate', ended: 0 },
    { experiment: 'ended', arm: 'debate', ended: 3 },
  ];
  const faults = (line: string) => {
    const read = readExperiment(again(line), 'x.yaml', { protocols: [], finished });
    return read.ok
      ? []
      : read.faults.map(({ at, why }) => `${at.line ?? '?'}:${at.column ?? '?'} ${at.field ?? ''} ${why}`);
  };

  it('is read, shown whole if nothing is said', () => {
    const line = '{ transcripts: { experiment: other, arm: debate }, seats: { judge: people } }';
    expect(readExperiment(again(line), 'x.yaml', { protocols: [] })).toMatchObject({
      ok: true,
      file: { arms: { new: { shown: 'whole' } } },
    });
  });

  it('may be timed, for people and models alike', () => {
    const timed = (judge: string) =>
      faults(
        `{ transcripts: { experiment: ended, arm: debate }, shown: timed, seconds: 90, seats: { judge: ${judge} } }`,
      );
    expect([timed('people'), timed('sim/judge')]).toEqual([[], []]);
  });

  it.each([
    [
      '{ transcripts: { experiment: pilot, arm: debate }, seats: { judge: people } }',
      '5:44 arms.new.transcripts.arm no run of pilot / debate has ended yet',
    ],
    [
      '{ transcripts: { experiment: pilot }, seats: { judge: people } }',
      '5:10 arms.new.transcripts.arm Invalid input: expected string, received undefined',
    ],
    [
      '{ transcripts: { experiment: ended, arm: debate }, shown: slowly, seats: { judge: people } }',
      '5:59 arms.new.shown Invalid option: expected one of "whole"|"stepped"|"timed"',
    ],
    [
      '{ transcripts: { experiment: ended, arm: debate }, shown: timed, seats: { judge: people } }',
      '5:3 arms.new.seconds an arm that is shown timed has seconds, and no other has',
    ],
    [
      '{ transcripts: { experiment: ended, arm: debate }, seconds: 90, seats: { judge: people } }',
      '5:59 arms.new.seconds an arm that is shown timed has seconds, and no other has',
    ],
  ])('is refused where it stands: %s', (line, fault) => {
    expect(faults(line)).toEqual([fault]);
  });
});
