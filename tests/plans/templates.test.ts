import { describe, expect, it } from 'vitest';
import { chooseTemplate } from '../../server/plans/choose-template.ts';
import { templateInput } from '../../server/plans/templates/input.ts';
import { fillDraft, templates } from '../../server/plans/templates.ts';
import { dueFromTiming } from '../../server/plans/timing.ts';
import { wishOf } from '../../server/plans/wish.ts';

const BASE = new Date('2026-02-03T09:00:00Z');
const DAY_MS = 86_400_000;
const all = Object.entries(templates);
const drafts = all.flatMap(([key, { steps }]) =>
  steps.map(({ title, draft }) => [`${key}: ${title}`, draft] as const),
);
const anna = { name: 'Anna Petrova', company: 'Acme' };

describe.each(all)('the template %s', (key, template) => {
  it('has four to six complete steps under its own key', () => {
    expect(template.key).toBe(key);
    expect(template.steps.length).toBeGreaterThanOrEqual(4);
    expect(template.steps.length).toBeLessThanOrEqual(6);
    for (const { title, why, draft } of template.steps) expect([title, why, draft].every(Boolean)).toBe(true);
  });

  it('says in words the day it means, each later than the one before; a first contact comes at once or tomorrow', () => {
    const days = template.steps.map(
      ({ timing }) => (Number(dueFromTiming(timing, BASE)) - Number(BASE)) / DAY_MS,
    );
    expect(template.key === 'keep-in-touch' ? [7] : [0, 1]).toContain(days[0]);
    expect(days.every((day, i) => i === 0 || day > (days[i - 1] ?? 0))).toBe(true);
  });

  it('means the same without the days beside the words: editing keeps the words only', () => {
    for (const { timing, delayDays } of template.steps) {
      const { anchor, keepsHour } = wishOf({ timing, delayDays: null }, 0);
      const said = delayDays === null ? ['demo'] : ['start'];
      expect([timing, said]).toEqual([timing, [anchor]]);
      if (delayDays === null) continue;
      expect(dueFromTiming(timing, BASE)).toEqual(dueFromTiming(`Day ${delayDays}`, BASE));
      expect(keepsHour).toBe(wishOf({ timing, delayDays }, 0).keepsHour);
    }
  });

  it('can be saved as it is, and says in a sentence when to use it', () => {
    const written = { title: template.title, fits: template.fits, steps: template.steps };
    expect(templateInput.safeParse(written)).toMatchObject({ success: true });
    expect(template.fits).toMatch(/^[A-Z].{20,90}\.$/);
  });

  it('explains each step in one short sentence', () => {
    for (const { why } of template.steps) {
      expect(why.length).toBeLessThanOrEqual(120);
      expect(why.match(/[.!?](?=\s|$)/g)).toHaveLength(1);
    }
  });
});

describe('a draft', () => {
  const banned =
    /just checking in|checking in|just wanted to|reaching out|touching base|touch base|circling back|hope this (?:email |message )?finds you|bumping|per my last|quick question|synergy/i;

  it.each(drafts)('%s is short and human', (_, draft) => {
    for (const lead of [anna, { ...anna, company: null }]) {
      const text = fillDraft(draft, lead);
      expect(text.length).toBeLessThanOrEqual(256);
      expect(text).not.toMatch(banned);
      expect(text).not.toMatch(/https?:|www\.|[[\]{}|]/);
      expect(text).not.toMatch(/ {2}| [,.?!]|undefined|null/);
    }
  });

  it.each(drafts)('%s names the company only where it is known', (_, draft) => {
    expect(fillDraft(draft, { ...anna, company: null })).not.toMatch(/company|Acme/);
    expect(fillDraft(draft, { ...anna, company: '  ' })).toBe(fillDraft(draft, { ...anna, company: null }));
    expect(fillDraft(draft, anna).includes('Acme')).toBe(draft.includes('{company}'));
  });

  it.each(drafts)('%s uses the name only in the greeting', (_, draft) => {
    expect(draft.slice(1).replace(/^i \{firstName\},/, '')).not.toContain('{firstName}');
  });
});

describe('fillDraft', () => {
  const greet = (name: string, company: string | null = null) =>
    fillDraft('Hi {firstName}', { name, company });

  it.each([
    ['Anna Petrova', 'Hi Anna'],
    ['  Anna   Petrova ', 'Hi Anna'],
    ["O'Neil <b>", "Hi O'Neil"],
    ['*_[](~ $& $1', 'Hi *_[](~'],
    ['🚀 Rocket', 'Hi 🚀'],
    ['محمد علي', 'Hi محمد'],
    ['{company}', 'Hi {company}'],
    ['[[x|y]]', 'Hi [[x|y]]'],
    ['Dr. Anna Petrova', 'Hi Dr. Anna Petrova'],
    ['Acme GmbH', 'Hi there'],
    ['acme.io', 'Hi there'],
    ['', 'Hi there'],
  ])('greets %j', (name, expected) => expect(greet(name)).toBe(expected));

  it('does not greet a firm by its name', () => {
    expect(greet('ACME', 'Acme')).toBe('Hi there');
    expect(greet('Acme', 'Other')).toBe('Hi Acme');
  });

  it('puts the company in literally', () => {
    expect(fillDraft('So[[ at {company}]]?', { name: 'A', company: '$& {firstName} ]]' })).toBe(
      'So at $& {firstName} ]]?',
    );
  });

  it('has words for both cases, also outside of an optional phrase', () => {
    const draft = 'Who [[at {company}|in your team]] decides for {company}?';
    expect(fillDraft(draft, anna)).toBe('Who at Acme decides for Acme?');
    expect(fillDraft(draft, { ...anna, company: null })).toBe('Who in your team decides for your company?');
  });
});

describe('chooseTemplate', () => {
  const choose = (notes: string, source: string | null = null, status = 'new') =>
    chooseTemplate({ notes, source, status });

  it.each([
    ['wrote to us on Monday', 'inbound-request'],
    ['Asked for a demo', 'inbound-request'],
    ['came in via the website; wants a quote', 'inbound-request'],
    ['Pricing INQUIRY', 'inbound-request'],
    ['оставили заявку на сайте', 'inbound-request'],
    ['Anfrage über die Website', 'inbound-request'],
    ['pidió una demo', 'inbound-request'],
    ['entrou em contato pelo site', 'inbound-request'],
    ['CTO at Acme, met at the fair', 'event-contact'],
    ['talked at our booth', 'event-contact'],
    ['from the Berlin meetup', 'event-contact'],
    ['познакомились на выставке', 'event-contact'],
    ['auf der Messe getroffen', 'event-contact'],
    ['la conocí en la feria', 'event-contact'],
    ['conheci na feira', 'event-contact'],
    ['introduced by Max', 'warm-introduction'],
    ['intro from Olga', 'warm-introduction'],
    ['по рекомендации Ивана', 'warm-introduction'],
    ['Empfohlen von Jana', 'warm-introduction'],
    ['recomendada por Luis', 'warm-introduction'],
    ['sent the proposal on Friday', 'after-proposal'],
    ['Quote sent, waiting', 'after-proposal'],
    ['отправили КП вчера', 'after-proposal'],
    ['Angebot geschickt', 'after-proposal'],
    ['gave a demo on Monday', 'after-demo'],
    ['после демо просила цену', 'after-demo'],
    ['haben die Demo gesehen, nach der Demo viele Fragen', 'after-demo'],
    ['a candidate for the backend role', 'candidate'],
    ['angel investor from Berlin', 'investor'],
    ['former customer, left in spring', 'win-back'],
    ['era cliente', 'win-back'],
    ['runs a bakery in Hamburg', 'cold-outreach'],
    ['', 'cold-outreach'],
    ['*_[](~ 🚀 مرحبا', 'cold-outreach'],
  ])('%j: %s', (notes, expected) => expect(choose(notes)).toBe(expected));

  it.each([
    ['met at the fair, wants a demo', 'event-contact'],
    ['introduced by Max at the conference, asked for a demo', 'warm-introduction'],
    ['met at the fair, introduced by Max, sent the quote', 'after-proposal'],
    ['an investor, met at the summit', 'investor'],
    ['met at the fair, gave a demo', 'after-demo'],
  ])('the strongest sign wins: %j is %s', (notes, expected) => expect(choose(notes)).toBe(expected));

  it.each([
    ['their fairness report was unrequested', 'whole words'],
    ['a fair price matters to them', 'an adjective'],
    ['had a conference call with the team', 'no conference'],
    ["haven't sent the proposal yet", 'denied'],
    ['their investor is on the board', 'not the lead'],
    ['books a demo every year', 'none was given'],
    ['nicht angefragt', 'denied'],
  ])('%j says nothing (%s)', (notes) => expect(choose(notes)).toBe('cold-outreach'));

  it('lets the status "proposal" decide at once, and no other', () => {
    expect(choose('met at the fair', null, 'proposal')).toBe('after-proposal');
    expect(choose('met at the fair', null, 'meeting')).toBe('event-contact');
  });

  it('looks at the source when the note says nothing', () => {
    expect(choose('runs a bakery', 'Website')).toBe('inbound-request');
    expect(choose('runs a bakery', 'Referral')).toBe('warm-introduction');
    expect(choose('runs a bakery', 'Web Summit')).toBe('event-contact');
    expect(choose('met at the fair', 'Website')).toBe('event-contact');
    expect(choose('their website is old', 'LinkedIn')).toBe('cold-outreach');
  });

  it('copes with a very long note', () => {
    expect(choose(`${'not the word '.repeat(15_000)}met at the fair`)).toBe('event-contact');
  });
});
