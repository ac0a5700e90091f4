import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf, dueFromTiming, eventOf, parseTiming } from '../../server/plans/timing.ts';
import { phrases } from './timing-phrases.ts';

const languages = ['en', 'ru', 'de', 'es', 'pt', 'pt-BR', 'xx', ''];
const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'];
const signs = [
  ' ',
  '-',
  '–',
  '—',
  '/',
  ',',
  '.',
  ':',
  '+',
  '~',
  '(',
  ')',
  '\n',
  '_',
  "'",
  '→',
  '🚀',
  '\u0301',
  '\ud800',
];
const known = phrases.map(({ text }) => text);

/** Words that mean something, in any order and language, with signs and digits between them. */
const scrambled = fc
  .array(
    fc.oneof(
      fc.constantFrom(...known.flatMap((text) => text.split(/(?=\s)/))),
      fc.constantFrom(...signs),
      fc.nat({ max: 99_999 }).map(String),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const anyText = fc.oneof(
  scrambled,
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(...known),
);
const anyBase = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });

describe('whatever the text, the base, the zone and the language', () => {
  it('never throws, and never answers a date before the base', () => {
    fc.assert(
      fc.property(
        anyText,
        anyBase,
        fc.constantFrom(...zones),
        fc.constantFrom(...languages),
        (text, base, timeZone, language) => {
          const due = dueFromTiming(text, base, { timeZone, language });
          return due === null || due.getTime() >= base.getTime();
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('never throws for any options at all', () => {
    fc.assert(
      fc.property(anyText, fc.date(), fc.string(), fc.string(), (text, base, timeZone, language) => {
        dueFromTiming(text, base, { timeZone, language });
        anchorOf(text, language);
        eventOf(text, language);
      }),
      { numRuns: 1000 },
    );
  });

  it('gives no due date to a text that is not understood', () => {
    fc.assert(
      fc.property(scrambled, anyBase, (text, base) => {
        if (parseTiming(text) === null) expect(dueFromTiming(text, base)).toBeNull();
      }),
    );
  });

  it('does not depend on what was read before', () => {
    fc.assert(
      fc.property(scrambled, scrambled, fc.constantFrom(...languages), (text, other, language) => {
        const before = parseTiming(text, language);
        parseTiming(other, language);
        expect(parseTiming(text, language)).toEqual(before);
      }),
    );
  });
});

describe('a text of 100 KB', () => {
  const size = 100_000;
  const filled = (scrap: string) => scrap.repeat(Math.ceil(size / scrap.length));

  it.each([
    ...['1', '1-', '1/', '1:', '1.', 'a', "a'", 'a-', '-', ' ', '(', '\n', '\u0301\u0316', '🚀', '\ud800'],
    ...[
      'day ',
      'days after ',
      '3 the ',
      '3 to ',
      'one ',
      'next ',
      'end of ',
      'the ',
      'at 9 ',
      'Monday ',
      'Monday, ',
    ],
    ...['not ', 'no ', 'after ', 'after the ', 'March ', '3 March ', '9am ', 'silent ', 'неделю ', 'в '],
  ])('made of %j comes back', (scrap) => {
    const text = filled(scrap);
    expect(() =>
      dueFromTiming(text, new Date('2026-02-03T09:00:00Z'), { timeZone: 'Europe/Berlin' }),
    ).not.toThrow();
    expect(['start', 'previous', 'demo', 'call', 'meeting', 'reply', 'contract']).toContain(anchorOf(text));
  });

  it('is read to its end', () => {
    expect(parseTiming(`${filled('word ')}3 days later`)?.day).toEqual({
      is: 'span',
      span: { amount: 3, unit: 'day' },
    });
  });
});
