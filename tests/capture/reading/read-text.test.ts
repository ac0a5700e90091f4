import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readText } from '../../../server/capture/reading/read-text.ts';
import type { CapturedPerson } from '../../../server/db/stored-json.ts';
import { texts } from './texts.ts';

const shown = [
  'name',
  'role',
  'company',
  'telegram',
  'email',
  'phone',
  'source',
  'note',
  'language',
] as const;

/** What is found, without what is not. */
function found(person: CapturedPerson): Partial<CapturedPerson> {
  return Object.fromEntries(shown.flatMap((field) => (person[field] ? [[field, person[field]]] : [])));
}

/** A field that a row of the table does not name is one that must not be found; language and note are optional. */
function expectedOf(given: Partial<CapturedPerson>, got: Partial<CapturedPerson>) {
  return { language: got.language, note: got.note, ...given };
}

/** Words as they are compared: without capitals and punctuation. */
const wordsIn = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
/** They join a role to a company, or only say what follows. */
const joining = wordsIn('at bei в en na of der компании');
const everythingOf = (person: CapturedPerson) => shown.map((field) => person[field]).join(' ');

describe('a person read from a text', () => {
  it('is found in texts of every shape and of five languages, and nothing is invented', () => {
    const wrong = texts.flatMap(([text, given, country = '']) => {
      const got = found(readText(text, country));
      const expected = expectedOf(given, got);
      const same = shown.every((field) => (got[field] ?? '') === (expected[field] ?? ''));
      return same ? [] : [{ text, got, expected: given }];
    });
    expect(wrong).toEqual([]);
    expect(texts.length).toBeGreaterThan(50);
  });

  it('finds nothing in a text of nothing', () => {
    for (const text of ['', ' ', ',,;\n', '\n\n', '\0\u200b'])
      expect(found(readText(text, 'DE'))).toEqual({});
  });

  it('is read without an error, however odd or long the text', () => {
    const odd = ['@', 'a ', 'a@', 'x', '1 ', 'a, ', '(', 'A\n', 'a.', '+49 ', 'Name: ', '[12/10/26, 14:02] '];
    for (const piece of odd) expect(() => readText(piece.repeat(2000), 'DE')).not.toThrow();
  });

  it('never fails, whatever a person sends', () => {
    const anything = fc.uint16Array({ maxLength: 300 }).map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: 'grapheme' })), (text) => void readText(text, 'BR')),
    );
  });

  it('loses no word', () => {
    const word = fc.constantFrom(
      ...[
        'Anna',
        'Petrova',
        'CTO',
        'at',
        'Acme',
        'GmbH',
        'von',
        'ANNA',
        'demo',
        'Иван',
        'директор',
        'в',
        'Berlin',
      ],
      ...[
        'bei',
        'Head',
        'of',
        'Sales',
        'met',
        'wants',
        'Hi',
        "I'm",
        'the',
        '@anna_p',
        'anna@acme.example',
        'x',
      ],
      ...[
        'https://acme.example/a',
        'CEO',
        'Inc.',
        'Regards',
        'Best',
        '12',
        '3,5',
        'Grüße',
        '--',
        '🔥',
        'me',
        'José',
      ],
    );
    const joint = fc.constantFrom(' ', ' ', ' ', ', ', '\n', ' | ', ' - ', '; ', ' (', ': ', ' · ');
    const text = fc
      .array(fc.tuple(word, joint), { maxLength: 25 })
      .map((pairs) => pairs.map(([one, after]) => one + after).join(''));
    fc.assert(
      fc.property(text, (written) => {
        // "von: Anna" and "met at: Berlin" are labels.
        const kept = [...wordsIn(everythingOf(readText(written, ''))), ...joining, 'von', 'met'];
        expect(wordsIn(written).filter((one) => !kept.includes(one))).toEqual([]);
      }),
    );
  });

  it('loses no word of the texts above but labels and the digits of the number it took', () => {
    const labels = wordsIn(
      `tel phone mobile mobil email e mail name company title telegram full тел телефон моб имя компания должность
      nombre empresa cargo telefone celular nome correo teléfono móvil note notes from von de от tg m t p firma position
      funktion vorname nachname почта role best source quelle фио t me https www телеграм mail`,
    );
    for (const [text, , country = ''] of texts) {
      const person = readText(text, country);
      const kept = [...wordsIn(everythingOf(person)), ...labels, ...joining];
      const digits = person.phone.replace(/\D/g, '');
      const lost = wordsIn(text).filter(
        (one) =>
          !kept.includes(one) &&
          !(digits && /^\d+$/.test(one) && (one.length < 2 || digits.includes(one.replace(/^0+/, '')))),
      );
      expect(lost, text).toEqual([]);
    }
  });
});
