import { describe, expect, it } from 'vitest';
import { leadInput } from '../../server/leads/input.ts';

const parse = (more: Record<string, unknown>) => leadInput.safeParse({ name: 'Anna', ...more });
const words = (more: Record<string, unknown>) => parse(more).error?.issues.map((issue) => issue.message);

describe('what a person gives for a lead', () => {
  it('needs a name and nothing else', () => {
    expect(parse({}).data).toEqual({
      name: 'Anna',
      company: null,
      role: null,
      telegram: null,
      email: null,
      phone: null,
      source: null,
      notes: '',
      language: null,
    });
    expect(words({ name: '' })).toEqual(['A lead needs a name']);
    expect(words({ name: ' \n\t ' })).toEqual(['A lead needs a name']);
  });

  it('takes an empty field as not given', () => {
    const empty = { company: '', role: '  ', telegram: '', email: ' ', phone: '', source: '', notes: '' };
    expect(parse({ ...empty, language: '' }).data).toEqual(parse({}).data);
  });

  it.each(['*_[](~`', "O'Neil <b>", '👩‍👩‍👧‍👦 Anna', 'אנה לוי', 'محمد العلي', '张伟', '\\%_'])(
    'keeps the name %j as it is',
    (name) => expect(parse({ name }).data?.name).toBe(name),
  );

  it('is one line where one line is meant', () => {
    expect(parse({ name: ' Anna \n  Petrova ', company: 'Ac\tme\n' }).data).toMatchObject({
      name: 'Anna Petrova',
      company: 'Ac me',
    });
  });

  it('keeps the lines of the note', () => {
    expect(parse({ notes: ' met at the fair\n\nlikes *tea* \n' }).data?.notes).toBe(
      'met at the fair\n\nlikes *tea*',
    );
  });

  it.each([
    ['name', 120, 'The name is too long: 120 characters at most'],
    ['company', 120, 'The company is too long: 120 characters at most'],
    ['role', 120, 'The role is too long: 120 characters at most'],
    ['source', 200, 'Where you met is too long: 200 characters at most'],
    ['notes', 4000, 'The note is too long: 4000 characters at most'],
  ])('%s has at most %i characters', (field, max, message) => {
    expect(parse({ [field]: 'x'.repeat(max) }).success).toBe(true);
    expect(words({ [field]: 'x'.repeat(max + 1) })).toEqual([message]);
  });

  it('takes a language by its code only', () => {
    expect(parse({ language: 'de' }).data?.language).toBe('de');
    for (const language of ['German', 'DE', 'd', '12'])
      expect(words({ language })).toEqual(['Pick the language from the list']);
  });

  it.each(['anna_p', '@anna_p', 't.me/anna_p', 'https://t.me/anna_p', 'HTTP://T.ME/anna_p'])(
    'reads the Telegram name in %j',
    (telegram) => expect(parse({ telegram }).data?.telegram).toBe('anna_p'),
  );

  it.each(['abc', 'has space', 'x'.repeat(33), 'javascript:alert(1)', 'a/b/c/d'])(
    'refuses the Telegram name %j',
    (telegram) => expect(words({ telegram })).toEqual(['A Telegram name has 4 to 32 letters, digits or "_"']),
  );

  it.each(['anna', 'anna@', '@acme.example', 'a b@acme.example', `${'x'.repeat(250)}@acme.example`])(
    'refuses the address %j',
    (email) => expect(parse({ email }).success).toBe(false),
  );

  it.each(['+49 30 123456', '(030) 12-34-56', '030.123456'])('takes the phone number %j', (phone) =>
    expect(parse({ phone }).data?.phone).toBe(phone),
  );

  it.each(['call me', '123', '+49 30 123456 ext. 7', '1'.repeat(32)])(
    'refuses the phone number %j',
    (phone) => expect(words({ phone })).toEqual(['A phone number has digits, spaces and "+"']),
  );

  it.each([null, undefined, 'Anna', 7, [], { name: 7 }, { name: null }, { name: { toString: 1 } }])(
    'refuses %j, which is no lead',
    (junk) => expect(leadInput.safeParse(junk).success).toBe(false),
  );

  it('loses the characters no database can store', () => {
    const lead = leadInput.parse({ name: '\0An\0na ', notes: 'tea\0' });
    expect(lead).toMatchObject({ name: 'Anna', notes: 'tea' });
    expect(leadInput.safeParse({ name: '\0' }).error?.issues[0]?.message).toBe('A lead needs a name');
  });

  it('drops fields nobody asked for', () => {
    expect(parse({ userId: 1, status: 'won', id: 'x' }).data).toEqual(parse({}).data);
  });
});
