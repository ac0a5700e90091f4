import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { en, type MessageKey } from '../../server/i18n/en.ts';
import { say, type Values } from '../../server/telegram/say.ts';
import { expectValidEntities } from '../support/valid-message.ts';

type Element = {
  type: number;
  value?: string;
  options?: Record<string, { value: Element[] }>;
};

/** The kinds of element in a parsed message (formatjs, icu-messageformat-parser, TYPE). */
const [argument, select, plural] = [1, 5, 6];

/** What a message asks for: names of texts, numbers, and choices with their options. */
function asksFor(elements: Element[], found: Record<string, 'text' | 'number' | string[]> = {}) {
  for (const { type, value = '', options = {} } of elements) {
    if (type === argument) found[value] = 'text';
    if (type === plural) found[value] = 'number';
    if (type === select) found[value] = Object.keys(options);
    for (const option of Object.values(options)) asksFor(option.value, found);
  }
  return found;
}

/** Values for every combination of choices and the counts that matter. */
function valuesFor(key: MessageKey, text: string): Values[] {
  let sets: Values[] = [{}];
  const asked = asksFor(new IntlMessageFormat(en[key], 'en').getAst() as Element[]);
  for (const [name, kind] of Object.entries(asked)) {
    const options = kind === 'text' ? [text] : kind === 'number' ? [0, 1, 2, 1000] : kind;
    sets = sets.flatMap((set) => options.map((option) => ({ ...set, [name]: option })));
  }
  return sets;
}

const keys = Object.keys(en) as MessageKey[];

describe.each(keys)('the message %s', (key) => {
  it.each(['Anna', '*_[](~', "O'Neil <b>", '{x} #', '👩‍👩‍👧‍👦', 'دانا', '\u{E000}0\u{E001}'])(
    'is rendered with %s in its places, as it is',
    (text) => {
      for (const values of valuesFor(key, text)) {
        const message = say(key, values);
        expect(message.text.trim()).toBe(message.text);
        expect(message.text).not.toBe('');
        expectValidEntities(message);
        const places = en[key].includes('{timing, select')
          ? []
          : Object.keys(values).filter((one) => values[one] === text);
        for (const _ of places.slice(0, 1)) expect(message.text).toContain(text);
        const marks = message.text.replaceAll(text, '').match(/[\u{E000}-\u{E001}]|\*\*|~~|\{|\}/u);
        expect(marks).toBeNull();
      }
    },
  );
});

describe('the whole catalogue', () => {
  it('has placeholders that fit into an empty field (64 characters, Bot API, ForceReply)', () => {
    const placeholders = keys.filter((key) => key.startsWith('placeholder.'));
    expect(placeholders.length).toBeGreaterThan(0);
    for (const key of placeholders) expect(say(key).text.length, key).toBeLessThanOrEqual(64);
  });

  /** As long as anything that an answer names: the dates of five steps that moved. */
  const longest = 'Wed 21, Wed 28, Wed 4 Nov, Wed 11 Nov, Wed 18 Nov, …';

  it('has short words on buttons, and answers within Telegram’s 200 characters', () => {
    for (const key of keys) {
      if (key.startsWith('button.')) expect(en[key].length).toBeLessThanOrEqual(24);
      if (key.startsWith('answer.'))
        for (const values of valuesFor(key, longest))
          expect(say(key, values).text.length).toBeLessThanOrEqual(200);
      if (key.startsWith('command.')) expect(en[key].length).toBeLessThanOrEqual(256);
    }
  });
});
