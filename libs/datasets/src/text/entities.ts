/** Writes out character references: numbers, the common names, and letters with an accent; unknown ones stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,9});/gi, (whole, name: string) => {
    if (name.startsWith('#')) return numbered(name) ?? whole;
    return NAMED.get(name) ?? NAMED.get(name.toLowerCase()) ?? accented(name) ?? whole;
  });
}

const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', ensp: ' ', emsp: ' ', thinsp: ' ', shy: '' },
    ...{ mdash: '—', ndash: '–', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”', sbquo: '‚', bdquo: '„' },
    ...{ laquo: '«', raquo: '»', prime: '′', Prime: '″', bull: '•', middot: '·', dagger: '†', Dagger: '‡', sect: '§' },
    ...{ para: '¶', copy: '©', reg: '®', trade: '™', deg: '°', plusmn: '±', minus: '−', times: '×', divide: '÷' },
    ...{ frac12: '½', frac14: '¼', frac34: '¾', sup2: '²', sup3: '³', micro: 'µ', pound: '£', cent: '¢', yen: '¥' },
    ...{ euro: '€', iexcl: '¡', iquest: '¿', AElig: 'Æ', aelig: 'æ', OElig: 'Œ', oelig: 'œ', Oslash: 'Ø', oslash: 'ø' },
    ...{ szlig: 'ß', ETH: 'Ð', eth: 'ð', THORN: 'Þ', thorn: 'þ', ne: '≠', le: '≤', ge: '≥', infin: '∞', larr: '←' },
    ...{ rarr: '→', alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', pi: 'π', sigma: 'σ', omega: 'ω', zwnj: '', zwj: '' },
  }),
);

/** Windows wrote its own characters into this range, and pages still use them. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

function numbered(name: string): string | undefined {
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (code >= 0x80 && code <= 0x9f) return WINDOWS.charAt(code - 0x80);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  return String.fromCodePoint(code);
}

const ACCENTS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    grave: '\u0300',
    acute: '\u0301',
    circ: '\u0302',
    tilde: '\u0303',
    uml: '\u0308',
    ring: '\u030a',
    cedil: '\u0327',
    caron: '\u030c',
  }),
);

function accented(name: string): string | undefined {
  const mark = ACCENTS.get(name.slice(1));
  return mark === undefined ? undefined : `${name.charAt(0)}${mark}`.normalize('NFC');
}
