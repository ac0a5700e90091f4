/** Numbers from 0 up to 1 that are the same in every run: mulberry32 (Tommy Ettinger, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Pieces of text that mean something to Markdown, ICU, HTML, Telegram or Unicode. */
const pieces = [
  ...'*_[]()~`>#+-=|{}.!\\\'"<&/@:,'.split(''),
  ...[
    '**',
    '__',
    '~~',
    '||',
    '```',
    '](',
    '://',
    '<b>',
    '</b>',
    '&lt;',
    "''",
    "'{",
    '{0}',
    '{name}',
    '#',
    '\\*',
  ],
  ...[
    '{count, plural, one {x} other {y}}',
    '\u{E000}',
    '\u{E001}',
    '\u{E000}0\u{E001}',
    '\u{E000}99\u{E001}',
  ],
  ...[
    '👩‍👩‍👧‍👦',
    '🇩🇪',
    'é',
    'e\u0301',
    'دانا',
    '\u202E',
    '\u200B',
    '\u200F',
    'ﷺ',
    '汉',
    '\u00A0',
    ' ',
    '\n',
    '- a',
    '1. ',
  ],
  ...['Anna', "O'Neil", 'x', '7'],
];

/** A text of up to `most` such pieces that begins and ends with a visible character, as trimmed input does. */
export function nastyText(random: () => number, most = 12): string {
  const count = 1 + Math.floor(random() * most);
  const middle = Array.from({ length: count }, () => pieces[Math.floor(random() * pieces.length)]).join('');
  return `*${middle}_`;
}
