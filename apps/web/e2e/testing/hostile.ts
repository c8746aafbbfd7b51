/** Where hostile text would have its way, `window.__pwned` is set or this host is asked for something. */
const ELSEWHERE = 'https://elsewhere.invalid';
const PWN = 'window.__pwned=1';

/** Texts that would do harm where they were taken for more than text; none has a NUL, which no text of ours may have. */
const HOSTILE = [
  `<script>${PWN}</script>`,
  `<img src=x onerror="${PWN}">`,
  `<img src="${ELSEWHERE}/a.png">`,
  `<svg onload="${PWN}"><animate onbegin="${PWN}"></svg>`,
  `<iframe src="javascript:${PWN}"></iframe><iframe srcdoc="<script>parent.__pwned=1</script>"></iframe>`,
  `<a href="javascript:${PWN}">press</a> [press](javascript:${PWN}) <${ELSEWHERE}/b>`,
  `![picture](${ELSEWHERE}/c.png) [page](data:text/html,<script>${PWN}</script>)`,
  `<style>*{display:none}</style><link rel="stylesheet" href="${ELSEWHERE}/d.css">`,
  `</textarea></title></div><body onload="${PWN}">{{constructor.constructor('${PWN}')()}}`,
  '\u001b[31mred\u001b[0m \u001b]8;;http://elsewhere.invalid\u0007link\u001b]8;;\u0007',
  'bidi \u202egnp.exe\u202c \u2067isolated\u2069 \u200fmark\u061c',
  'zero\u200bwidth\u200djoined\ufeffletters\u00ad',
  'nul-like \u2400 \u0001\u0008\u000b \\u0000 %00 &#0;',
  `zalgo ${'Z̸̢̛͇͉͎̣̘̦̼̥̮̋̓̓̄̈́́̈̍̚͠͝'.repeat(12)}`,
  '👩‍👩‍👧‍👦🏳️‍🌈🧑🏽‍🚀 🇩🇪',
  'שלום עולם, هذا نص من اليمين إلى اليسار',
];

/** A text in which each of these stands between words of its own, by which it is seen that it can be read. */
export function hostileText(name: string): string {
  return HOSTILE.map((each, i) => `${name}-before-${i} ${each} ${name}-after-${i}`).join('\n\n');
}

/** The words that stand around them. */
export function neutralWords(name: string): readonly string[] {
  return HOSTILE.flatMap((_each, i) => [`${name}-before-${i}`, `${name}-after-${i}`]);
}

/** The same on one line, short enough for a title. */
export function hostileLine(name: string): string {
  const [script, image] = HOSTILE;
  return `${name}-before ${script ?? ''}${image ?? ''} \u202egnp.exe\u202c\u200b [x](javascript:${PWN}) ${name}-after`;
}

/** Controls that turn the direction of what follows, or cannot be seen. */
export const UNSEEN = /[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u001b\u0001\u0008]/;

/** Much of something at once. */
export const HUGE = {
  line: `line-before ${'x'.repeat(100_000)} line-after`,
  nested: `nested-before ${'<quote>'.repeat(500)}deep${'</quote>'.repeat(500)} nested-after`,
  quotes: `quotes-before ${'<quote>the street was quiet</quote> '.repeat(5_000)} quotes-after`,
} as const;
