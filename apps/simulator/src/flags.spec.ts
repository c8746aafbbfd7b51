import { expect, it } from 'vitest';
import { readFlags } from './flags.ts';
import { textWith } from './testing/like.ts';

it('takes everything from the command line', () => {
  const words =
    '--port 4200 --key-file k.jsonl --seed 3 --latency-ms 20 --tokens-per-second 50.5 --fault cut=0.1 --fault limited@2 --retry-after 4';
  expect(readFlags(words.split(' '))).toEqual({
    options: {
      host: '127.0.0.1',
      port: 4200,
      keyFile: 'k.jsonl',
      seed: 3,
      latency: { firstMs: 20, tokensPerSecond: 50.5 },
      faults: { rates: { cut: 0.1 }, sequence: ['none', 'limited'], retryAfter: 4 },
    },
  });
});

it('has defaults for all of it', () => {
  expect(readFlags([])).toEqual({
    options: { host: '127.0.0.1', port: 0, latency: { firstMs: 0 }, faults: { rates: {}, sequence: [] } },
  });
  expect(readFlags(['-h'])).toEqual({ help: true });
});

it.each([
  ['--prot 1', '--prot'],
  ['--port x', '--port'],
  ['--port 70000', '65535'],
  ['--host 0.0.0.0', '0.0.0.0'],
  ['--tokens-per-second 0', '--tokens-per-second'],
  ['--fault cuts=0.1', 'cuts=0.1'],
  ['--fault cut', 'NAME=RATE'],
  ['--fault cut=2', 'rate'],
  ['--fault cut@0', 'call'],
  ['--fault cut@1.5', 'call'],
  ['more', 'more'],
])('%s is refused', (words, part) => {
  expect(readFlags(words.split(' '))).toEqual({ wrong: textWith(part) });
});
