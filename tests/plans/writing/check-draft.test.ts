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
    ...[
      ...[
        'evil.cc',
        'evil.ua',
        'evil.agency',
        'EVIL.AGENCY',
        'Evil.Com',
        'my-evil.co.uk',
        'xn--e1afmkfd.xn--p1ai',
      ],
      ...[
        't.me/evil',
        'x.ai',
        '1.1.1.1/pay',
        '192.168.0.1',
        'evil.com:8080',
        'evil.js.com',
        'зло.рф',
        'acme.co',
      ],
      ...['tg:resolve?domain=evil', 'javascript:pay', 'tel:112', 'sub.acme.com.evil.ly', 'me.com'],
    ].map((link): [string, string, string] => [
      `the link ${link}`,
      `Look (${link}), now`,
      `the link "${link}`,
    ]),
    ['a domain with another dot', 'on evil․com', 'the link "evil.com" was not given'],
    ['a domain with a sign of no width', 'on evil\u200b.com', 'the link "evil.com" was not given'],
    ['a domain before a missing space', 'It is evil.cc.In any case', 'the link "evil.cc" was not given'],
    ['an address with letters of another script', 'to почта@зло.рф', 'the e-mail address "почта@зло.рф"'],
    ...[
      '0151 23456789',
      '612 345 678',
      '(030) 90-18-20-00',
      '030/90182000',
      '+7 (999) 123-45-67',
      '555.123.4567 8',
    ].map((phone): [string, string, string] => [
      `the number ${phone}`,
      `Call ${phone}.`,
      `the phone number "${phone.replace('(030', '030')}"`,
    ]),
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
    'Budget 10 000 - 20 000 EUR, or 10.000-20.000 €, for 150 000 000 people; $1,234,567,890 so far: 612 345 678 euros.',
    '1. 2. 3. 4. 5. 6. 7. 8. 9. and\n1\n2\n3\n4\n5\n6\n7\n8\n9',
    'Node.js/React, Vue.js, ASP.Net and ASP.NET, offer.pdf, e.g. this, i.e. that, z.B. so, d.h. u.a., т.е. так, p.ex. ici',
    'We meet tomorrow.In any case [1] see you.Then we talk.Ich auch.Это всё… or so...maybe, GmbH & Co.KG, 5.Then.',
    'From 9-12 or 14:00-16:00 on 12.10.-14.10.2026, 24/7, Q1/Q2, Dr.Med, U.S.A., Ph.D. [2, 3] […]',
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
