import { describe, expect, it } from 'vitest';
import { draftFromTemplate } from '../../server/plans/draft-from-template.ts';
import { createTemplate, removeTemplate, saveTemplate } from '../../server/plans/templates/mutations.ts';
import { templates } from '../../server/plans/templates.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';

const database = openTestDatabase();

const anna = {
  ...{ leadId: 'a', userId: 1001, language: null, mayUseModel: true, history: [], template: null },
  name: 'Anna',
  company: 'Acme',
  role: null,
  source: null,
  notes: 'met at the fair',
  status: 'new',
};
const titles = templates['event-contact'].steps.map((step) => step.title);
const draftAfter = (settledTitles: string[], template: string | null = null) =>
  draftFromTemplate(database.db, { ...anna, settledTitles, template });
const stepOf = (title: string, timing: string) => ({
  ...{ title, timing, why: '', draft: 'Hi {firstName}', delayDays: null, channel: null },
});
const ownPlan = {
  title: 'My way',
  fits: '',
  steps: [
    stepOf('Write', 'Day 2'),
    stepOf('Show', 'in a week'),
    stepOf('Ask', '3 days after the demo'),
    stepOf('Close', 'in 3 weeks'),
  ],
};

describe('a plan from a template', () => {
  it('is the whole template for a new lead, with the name and the company in the drafts', async () => {
    const plan = await draftAfter([]);
    expect(plan).toMatchObject({ title: 'Event contact', draftedBy: 'event-contact' });
    expect(plan.steps.map((step) => step.title)).toEqual(titles);
    expect(plan.steps[0]?.draft).toMatch(/^Hi Anna, .* at Acme/);
  });

  it('goes on after the steps that are settled, counted from the last of them', async () => {
    const plan = await draftAfter(titles.slice(0, 2));
    expect(plan.steps.map((step) => step.title)).toEqual(titles.slice(2));
    expect(plan.steps.map((step) => step.delayDays)).toEqual([4, 11, 27]);
  });

  it('never says hello twice: after a finished plan it keeps in touch', async () => {
    const plan = await draftAfter(titles);
    expect(plan.draftedBy).toBe('keep-in-touch');
    expect(plan.steps.filter((step) => titles.includes(step.title))).toEqual([]);
  });

  it('goes on with that one, too', async () => {
    const [first = ''] = templates['keep-in-touch'].steps.map((step) => step.title);
    const plan = await draftAfter([...titles, first]);
    expect(plan.steps.map((step) => step.delayDays)).toEqual([23, 53, 83]);
  });

  it('is the one the person chose, even where another fits, and begins anew once it is behind', async () => {
    const chosen = await draftAfter([], 'win-back');
    expect(chosen).toMatchObject({
      draftedBy: 'win-back',
      madeFrom: { template: 'Win back a quiet customer', notes: false },
    });
    const winBack = templates['win-back'].steps.map((step) => step.title);
    expect((await draftAfter(winBack, 'win-back')).steps.map((step) => step.title)).toEqual(winBack);
  });

  it('is as the person edited it, also where nobody chose it', async () => {
    await makeUser(database.db);
    await saveTemplate(database.db, { userId: 1001, key: 'event-contact', template: ownPlan, now: monday });
    expect(await draftAfter([])).toMatchObject({ title: 'My way', draftedBy: 'event-contact' });
    await removeTemplate(database.db, { userId: 1001, key: 'event-contact' });
    expect(await draftAfter([])).toMatchObject({ title: 'Event contact' });
  });

  it('of their own goes on by its words: what counts from the start is shortened, an event stays one', async () => {
    await makeUser(database.db);
    const { key } = await createTemplate(database.db, { userId: 1001, template: ownPlan, now: monday });
    const plan = await draftAfter(['Write'], key);
    expect(plan).toMatchObject({ title: 'My way', draftedBy: 'template' });
    expect(plan.steps.map(({ title, timing, delayDays }) => [title, timing, delayDays])).toEqual([
      ['Show', '', 5],
      ['Ask', '3 days after the demo', null],
      ['Close', '', 19],
    ]);
    expect(plan.steps[0]?.draft).toBe('Hi Anna');
  });

  it('falls back to the one that fits when the chosen one is gone, or somebody else’s', async () => {
    await makeUser(database.db);
    await makeUser(database.db, { id: 1002 });
    const { key } = await createTemplate(database.db, { userId: 1002, template: ownPlan, now: monday });
    for (const gone of [key, '42', '9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e'])
      expect(await draftAfter([], gone)).toMatchObject({ draftedBy: 'event-contact' });
  });
});
