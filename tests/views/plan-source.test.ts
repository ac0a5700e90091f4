import { expect, it } from 'vitest';
import { planSource } from '../../server/views/plan-source.ts';

const none = { model: null, template: null, notes: false, playbook: false, examples: 0, fellBack: null };

it.each([
  [
    { model: 'm', notes: true, playbook: true, examples: 2 },
    'Written by m from your notes, your playbook and 2 of your messages.',
  ],
  [
    { model: 'm', notes: true, template: 'Renewal' },
    'Written by m from your notes and the template “Renewal”.',
  ],
  [{ model: 'm' }, 'Written by m from what is known about this lead.'],
  [{ template: 'Renewal', notes: true }, 'From the template “Renewal”.'],
  [{ template: 'Renewal', fellBack: 'The model was too busy.' }, 'The model was too busy.'],
  [{}, null],
])('a plan made from %j says so', (made, words) => {
  expect(planSource({ ...none, ...made })).toBe(words);
});

it('a plan written by hand has no source', () => {
  expect(planSource(null)).toBeNull();
});
