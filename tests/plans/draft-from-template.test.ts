import { describe, expect, it } from 'vitest';
import { draftFromTemplate } from '../../server/plans/draft-from-template.ts';
import { templates } from '../../server/plans/templates.ts';

const anna = {
  ...{ leadId: 'a', userId: 1, language: null, mayUseModel: true, history: [], template: null },
  name: 'Anna',
  company: 'Acme',
  role: null,
  source: null,
  notes: 'met at the fair',
  status: 'new',
};
const titles = templates['event-contact'].steps.map((step) => step.title);
const draftAfter = (settledTitles: string[]) => draftFromTemplate({ ...anna, settledTitles });

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
});
