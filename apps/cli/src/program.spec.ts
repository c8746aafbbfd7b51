import type { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { program } from './program.ts';
import { command, commandOn } from './testing/command.ts';

const verbs = program({ line: () => undefined, remark: () => undefined, width: undefined, isWatched: false }).commands;

it('the help lists every verb, a line each', async () => {
  const { out, fault } = await command('--help');
  expect(fault).toBeUndefined();
  const lines = out.split('\n').filter((line) => /^ {2}[a-z]/.test(line));
  expect(lines.map((line) => line.trim().split(' ')[0])).toEqual([...verbs.map((verb) => verb.name()), 'help']);
});

describe.each(verbs.map((verb) => [verb.name(), verb] as const))('moot %s --help', (name, verb: Command) => {
  it('says of every argument and option what it is', () => {
    const silent = [...verb.registeredArguments, ...verb.options].filter(({ description }) => description === '');
    expect(silent.map((each) => each.name())).toEqual([]);
  });

  it.each([60, 80])('fits a terminal of %i characters, but for examples', async (width) => {
    const { out, fault } = await commandOn({ width }, [name, '--help']);
    const [help = ''] = out.split('\nExamples:');
    const long = help.split('\n').filter((line) => line.length > width && !line.startsWith('Usage'));
    expect(fault).toBeUndefined();
    expect(long).toEqual([]);
  });
});

it.each([
  [['lss'], "error: unknown command 'lss'\n(Did you mean ls?)\n(--help shows what it takes)"],
  [['ls', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)\n(--help shows what it takes)"],
  [
    ['ls', 'things'],
    "error: command-argument value 'things' is invalid for argument 'what'. Allowed choices are experiments, runs, judges, datasets.\n(--help shows what it takes)",
  ],
  [
    ['import', 'xml', 'a.xml'],
    "error: command-argument value 'xml' is invalid for argument 'format'. Allowed choices are nyu-debate, nyu-study, csv, jsonl, quality, single-turn-debate, truthfulqa, multiple-choice-csv, worlds.\n(--help shows what it takes)",
  ],
  [
    ['import', 'quality', 'a', '--options', '1'],
    "error: option '--options <which>' argument '1' is invalid. It takes all, two or a whole number from 2 to 99.\n(--help shows what it takes)",
  ],
  [['show'], "error: missing required argument 'run'\n(--help shows what it takes)"],
  [['run'], "error: missing required argument 'experiment.yaml'\n(--help shows what it takes)"],
  [
    ['sql', 'select 1', '--rows', '0'],
    "error: option '--rows <n>' argument '0' is invalid. It takes a whole number above 0.\n(--help shows what it takes)",
  ],
  [
    ['sql', 'select 1', '--rows', '1e3'],
    "error: option '--rows <n>' argument '1e3' is invalid. It takes a whole number above 0.\n(--help shows what it takes)",
  ],
  [
    ['submit', 'r1', 'judge verdict @end', '--by', ' ', '--say', '{}'],
    "error: option '--by <pseudonym>' argument ' ' is invalid. It takes a name of 1 to 64 characters that can be seen.\n(--help shows what it takes)",
  ],
  [['pass', 'r1'], "error: required option '--why <reason>' not specified\n(--help shows what it takes)"],
  [
    ['ls', 'datasets', '\u001b[2J', 'c'],
    "error: too many arguments for 'ls'. Expected 2 arguments but got 3: datasets, \\u{1b}[2J, c.\n(--help shows what it takes)",
  ],
])('moot %j is refused in words', async (args, words) => {
  const { out, remarks, fault } = await command(...args);
  expect({ out, remarks, isFault: fault !== undefined }).toEqual({ out: '', remarks: words, isFault: true });
});

it('the experiment file is described where moot run explains itself', async () => {
  expect((await command('run', '--help')).out).toContain('docs/experiment-file.md');
});
