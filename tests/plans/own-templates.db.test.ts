import { describe, expect, it } from 'vitest';
import { draftFromTemplate } from '../../server/plans/draft-from-template.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { getLeadFacts } from '../../server/plans/requests.ts';
import { type TemplateInput, templateInput } from '../../server/plans/templates/input.ts';
import {
  copyTemplate,
  createTemplate,
  removeTemplate,
  saveTemplate,
} from '../../server/plans/templates/mutations.ts';
import { getTemplate, listTemplates } from '../../server/plans/templates/queries.ts';
import { timingMeaning } from '../../server/plans/templates/timing-meaning.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makeUser, monday } from '../support/people.ts';
import { remindersOf, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();
const userId = 1001;
const nobodys = '9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e';
const step = { title: 'Call', why: '', draft: 'Hi {firstName}', timing: 'Day 2', channel: 'call' };
const written = (over: object = {}): TemplateInput =>
  templateInput.parse({ title: 'Mine', fits: 'Always', steps: [step], ...over });
const titlesOf = async (user = userId) =>
  (await listTemplates(database.db, user)).map(({ title, origin }) => `${origin}: ${title}`);

async function create(template = written(), user = userId) {
  return (await createTemplate(database.db, { userId: user, template, now: monday })).key;
}

describe('the templates of a person', () => {
  it('are ten built-in ones, then their own, and nobody else sees those', async () => {
    await makeUser(database.db);
    await makeUser(database.db, { id: 1002 });
    await create();
    const mine = await titlesOf();
    expect(mine).toHaveLength(11);
    expect(mine[10]).toBe('own: Mine');
    expect(await titlesOf(1002)).toEqual(mine.slice(0, 10));
  });

  it('hold an edited one in the place of the built-in one, until it is taken back', async () => {
    await makeUser(database.db);
    const asked = { userId, key: 'investor' };
    for (const title of ['Angels', 'Funds'])
      await saveTemplate(database.db, { ...asked, template: written({ title }), now: monday });
    expect((await titlesOf())[7]).toBe('edited: Funds');
    expect(await removeTemplate(database.db, asked)).toEqual({ ok: true });
    expect((await titlesOf())[7]).toBe('built-in: Investor outreach');
    expect(await removeTemplate(database.db, asked)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('can be copied, and a copy is changed and deleted without the first', async () => {
    await makeUser(database.db);
    const copied = await copyTemplate(database.db, { userId, key: 'investor', now: monday });
    const key = copied.ok ? copied.key : '';
    const first = await getTemplate(database.db, userId, 'investor');
    expect(await getTemplate(database.db, userId, key)).toEqual({
      ...{ ...first, key, title: 'Investor outreach (copy)', origin: 'own' },
    });
    await saveTemplate(database.db, { userId, key, template: written(), now: monday });
    expect(await getTemplate(database.db, userId, key)).toMatchObject({ title: 'Mine', steps: [step] });
    expect(await removeTemplate(database.db, { userId, key })).toEqual({ ok: true });
    expect(await getTemplate(database.db, userId, key)).toBeNull();
    expect(await getTemplate(database.db, userId, 'investor')).toEqual(first);
  });

  it('cannot be read, written, copied or deleted by anybody else, nor can what is none', async () => {
    await makeUser(database.db);
    await makeUser(database.db, { id: 1002 });
    const notFound = { ok: false, reason: 'not-found' };
    for (const key of [await create(written(), 1002), nobodys, '42', '', 'constructor']) {
      expect(await getTemplate(database.db, userId, key)).toBeNull();
      const asked = { userId, key, now: monday };
      expect(await saveTemplate(database.db, { ...asked, template: written() })).toEqual(notFound);
      expect(await copyTemplate(database.db, asked)).toEqual(notFound);
      expect(await removeTemplate(database.db, asked)).toEqual(notFound);
    }
    expect(await titlesOf(1002)).toContain('own: Mine');
  });
});

it('a plan that runs stays as it is when its template is changed and deleted (T12)', async () => {
  await makeUser(database.db);
  const leadId = await makeLead(database.db);
  const key = await create();
  const facts = await getLeadFacts(database.db, { leadId, template: key });
  if (!facts) throw new Error('no lead');
  const plan = await draftFromTemplate(database.db, facts);
  await savePlan(database.db, { leadId, plan, now: monday });
  const before = [await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)];
  expect(before[0]).toMatchObject([{ title: 'Call', channel: 'call', draft: 'Hi Anna' }]);
  const template = written({ steps: [{ ...step, title: 'Other', timing: 'Day 9' }] });
  await saveTemplate(database.db, { userId, key, template, now: monday });
  await removeTemplate(database.db, { userId, key });
  expect([await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)]).toEqual(before);
});

describe('what a person writes', () => {
  const complaint = (over: object) => {
    const result = templateInput.safeParse({ title: 'Mine', fits: '', steps: [step], ...over });
    return result.success ? null : result.error.issues[0]?.message;
  };

  it.each([
    [{ title: ' ' }, 'A template needs a title'],
    [{ steps: [] }, 'A template needs at least one step'],
    [{ steps: Array(13).fill(step) }, 'A template has 12 steps at most'],
    [{ steps: [step, { ...step, title: '' }] }, 'Each step needs a title'],
    [
      { steps: [{ ...step, timing: 'some day' }] },
      'I do not understand “some day”. Try “Day 3”, “in two weeks” or “2 days after the demo”.',
    ],
    [
      { steps: [{ ...step, draft: 'Hi {name}' }] },
      '“{name}” would stay as it is. Only {firstName} and {company} are filled in for each lead.',
    ],
    [{ steps: [{ ...step, timing: '', draft: 'At [[{company}|home]]: {a b}' }] }, null],
  ])('%j: %s', (over, words) => expect(complaint(over)).toBe(words));

  it.each([
    ['Day 3', { from: 'start', days: 3 }],
    ['in two weeks', { from: 'start', days: 14 }],
    ['3 days later', { from: 'previous', days: 3 }],
    ['after the demo', { from: 'demo', days: 1 }],
    ['a week after the call', { from: 'call', days: 7 }],
    ['Friday at 10', { from: 'start', days: null }],
    ['whenever', null],
  ])('%j means %j', (words, meaning) => expect(timingMeaning(words)).toEqual(meaning));
});
