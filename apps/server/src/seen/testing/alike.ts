import type { Judge } from './cast.ts';

/** What a judge was answered over HTTP, in order, with all that is another in every run of the program called the same. */
export function answersOf({ heard, answers }: Judge): readonly string[] {
  const http = heard.filter(({ where }) => !where.startsWith('socket'));
  return [...http.map(({ when, where, bytes }) => `${when}: ${where}\n${bytes}`), ...answers].map(plain);
}

/** What was pushed to a judge, whatever the pieces it came in: every name of a field, and every value but the words of speeches. */
export function pushedTo({ heard }: Judge): readonly string[] {
  const packets = heard.filter(({ where }) => where.startsWith('socket'));
  const pairs = packets.flatMap(({ bytes }) => [...bytes.matchAll(PAIR)].map(([pair]) => plain(pair)));
  return [...new Set(pairs.filter((pair) => !BY_SPEED.test(pair)))].sort();
}

const PAIR = /"[^"]*":(?!"SAID|"SHORT|"REST)("[^"]*"|[\d.]+|true|false|null)/g;

/** Where a piece of a speech begins, and whether one came before its turn was over, follows from how fast things went. */
const BY_SPEED = /^"(text|from|seq|since|start|end|sid|state)":/;

function plain(bytes: string): string {
  return bytes
    .split('\n')
    .filter((line) => !/^(date|etag|keep-alive|content-length|connection): /.test(line))
    .join('\n')
    .replaceAll(/hidden-(plan|data)-\d/g, '$1')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'KEY')
    .replaceAll(/(?<![0-9a-f])[0-9a-f]{12}(?![0-9a-f])/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/[\w+/]{22}==/g, 'NONCE')
    .replaceAll(/(?<![\w-])[\w-]{32}(?![\w-])/g, 'SECRET')
    .replaceAll(/"minutesLeft":\d+/g, '"minutesLeft":N')
    .replaceAll(/in \d+ seconds/g, 'in a while');
}
