import { describe, expect, it } from 'vitest';
import { checkDraft, givenIn } from '../../../server/plans/writing/check-draft.ts';

describe('a draft', () => {
  it.each([
    ['a link', 'Look at https://evil.example/now.', 'the link "https://evil.example/now" was not given'],
    ['a link without a scheme', 'see www.evil.example', 'the link "www.evil.example" was not given'],
    ['a bare domain', 'Read it on evil.com, please', 'the link "evil.com" was not given'],
    ['a bare domain with a path', 'it is at evil.zz/login', 'the link "evil.zz/login" was not given'],
    [
      'a link of another kind',
      'tap tg://resolve?domain=evil',
      'the link "tg://resolve?domain=evil" was not given',
    ],
    ['an e-mail address', 'write to pay@evil.com.', 'the e-mail address "pay@evil.com" was not given'],
    ['a handle', 'ask @evil_bot about it', 'the handle "@evil_bot" was not given'],
    ['a phone number', 'call +49 30 901820', 'the phone number "+49 30 901820" was not given'],
    ['a placeholder in brackets', 'Hi [Name],', '"[Name]" is a placeholder'],
    ['a placeholder in braces', 'at {{company}}', '"{company}" is a placeholder'],
    ['a placeholder in angles', 'on <date>', '"<date>" is a placeholder'],
    ['a placeholder of letters', 'it saves XX percent', '"XX" is a placeholder'],
    ['more than a message', 'a'.repeat(1501), 'it has 1501 characters: at most 1500'],
  ])('with %s that was not given is complained about', (_, draft, words) => {
    const complaints = checkDraft(draft, JSON.stringify({ sells: 'software, see acme.com' }));
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(words);
  });

  it.each([
    'Hi Anna,\nshall we talk on 12.10.2026 at 14:00, or on 2026-10-14?',
    'It took 3 weeks, saved 1 000 000 euros, and 20-30 people use it (z.B. in Köln).',
    'Version 2.0 is out... and it is <3 for teams of 5.Then more.',
    'The case study is on https://acme.com/cases/1, or write to me@acme.com or @acme_sales, +49 30 901820.',
  ])('of ordinary words and of what was given is fine: %s', (draft) => {
    const given = 'see https://acme.com/cases/1, me@acme.com, @Acme_Sales, +49 (30) 90-1820';
    expect(checkDraft(draft, JSON.stringify({ rules: given }))).toEqual([]);
  });
});

it('what others wrote about a lead gives nothing: only the person’s own words and the names do', () => {
  const lead = { name: 'Anna', company: 'booking.com', notes: 'a.com', history: ['b.com'], source: 'c.com' };
  const given = givenIn({ lead, playbook: { rules: 'mention own.com' }, news: 'd.com' } as { lead: object });
  const strange = (domain: string) => checkDraft(`see ${domain}`, given).length > 0;
  expect(['booking.com', 'own.com'].filter(strange)).toEqual([]);
  expect(['a.com', 'b.com', 'c.com', 'd.com'].filter(strange)).toHaveLength(4);
});
