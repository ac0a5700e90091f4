import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../server/auth/users.ts';
import { leadInput } from '../../server/leads/input.ts';
import { createLead } from '../../server/leads/mutations.ts';
import type { LeadStatus } from '../../server/leads/status.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { claimPlanRequest, failPlanRequest, requestPlan } from '../../server/plans/requests.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { getLeadCard, getLeads, type LeadFilter } from '../../server/views/leads.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday, planOf } from '../support/people.ts';
import { later, one, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let user: User;

beforeEach(async () => {
  user = await makeUser(database.db);
});

const add = (name: string, more: Record<string, string> = {}, owner = userId) =>
  createLead(database.db, { userId: owner, lead: leadInput.parse({ name, ...more }), now: monday });
const plan = (leadId: string, ...days: number[]) =>
  savePlan(database.db, { leadId, plan: planOf(...days), now: monday });
const setStatus = (leadId: string, status: LeadStatus) =>
  setLeadStatus(database.db, { userId, leadId, status, now: monday });
const names = async (filter: LeadFilter = {}, now = monday) =>
  (await getLeads(database.db, user, filter, now)).leads.map((lead) => lead.name);

describe('the list of leads', () => {
  it('puts the nearest step first, then the quiet ones, closed ones last', async () => {
    await setStatus(await add('Closed'), 'won');
    await add('Quiet');
    await plan(await add('In a week'), 7);
    await plan(await add('Tomorrow'), 1, 30);
    const closedWithSteps = await add('Closed with steps');
    await plan(closedWithSteps, 0);
    await setStatus(closedWithSteps, 'lost');
    expect(await names()).toEqual(['Tomorrow', 'In a week', 'Quiet', 'Closed', 'Closed with steps']);
  });

  it('shows the next step, and how far the plan is', async () => {
    const leadId = await add('Anna', { company: 'Acme', role: 'CTO' });
    await plan(leadId, 0, 3, 7);
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    await setStepStatus(database.db, { userId, stepId, status: 'skipped', now: monday });
    const next = await stepAt(database.db, leadId, 1);
    expect((await getLeads(database.db, user, {}, monday)).leads).toEqual([
      {
        id: leadId,
        name: 'Anna',
        company: 'Acme',
        role: 'CTO',
        status: 'new',
        progress: { settled: 1, total: 3 },
        next: {
          stepId: next.id,
          title: 'Step of day 3',
          due: {
            at: '2026-10-15T07:00:00.000Z',
            words: 'Thu 15 Oct, 09:00',
            short: 'Thu 15',
            tone: 'later',
            local: '2026-10-15T09:00',
          },
          snoozed: null,
        },
        pause: null,
        waitsFor: null,
        planState: 'ready',
      },
    ]);
  });

  it('has no next step when all are settled, or the lead is closed', async () => {
    const done = await add('Done');
    await plan(done, 0);
    const { id: stepId } = await stepAt(database.db, done, 0);
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    const closed = await add('Closed');
    await plan(closed, 0);
    await setStatus(closed, 'won');
    const { leads } = await getLeads(database.db, user, {}, monday);
    expect(leads.map((lead) => lead.next)).toEqual([null, null]);
  });

  it('counts by status, open and overdue, whatever the filter', async () => {
    await plan(await add('Late'), 0);
    await plan(await add('Later'), 14);
    await setStatus(await add('Met'), 'meeting');
    await setStatus(await add('Won'), 'won');
    const lost = await add('Lost');
    await plan(lost, 0);
    await setStatus(lost, 'lost');
    for (const filter of [{}, { search: 'nobody' }, { status: 'won' }] as const) {
      expect(await getLeads(database.db, user, filter, later({ days: 1 }))).toMatchObject({
        open: 3,
        overdue: 1,
        counts: { new: 2, contacted: 0, meeting: 1, proposal: 0, won: 1, lost: 1 },
      });
    }
  });

  it('is empty for somebody without leads, and never shows those of somebody else', async () => {
    await plan(await add('Mine'), 0);
    const stranger = await makeUser(database.db, { id: 2002 });
    expect(await getLeads(database.db, stranger, { search: 'Mine' }, monday)).toEqual({
      leads: [],
      open: 0,
      overdue: 0,
      counts: { new: 0, contacted: 0, meeting: 0, proposal: 0, won: 0, lost: 0 },
    });
  });
});

describe('filtering by status', () => {
  beforeEach(async () => {
    await plan(await add('Late'), 0);
    await plan(await add('Later'), 14);
    await setStatus(await add('Won'), 'won');
  });

  it.each([
    ['won', ['Won']],
    ['new', ['Late', 'Later']],
    ['overdue', ['Late']],
    ['proposal', []],
  ] as const)('%s', async (status, expected) => {
    expect(await names({ status }, later({ days: 1 }))).toEqual(expected);
  });
});

describe('searching', () => {
  beforeEach(async () => {
    await add('Anna Petrova', { company: 'Acme', role: 'CTO', notes: 'wants 100% of it' });
    await add('Bernd_Müller', { company: 'C:\\Temp', notes: 'a "quoted" note' });
    await add('שרה לוי', { company: 'Émile & Söhne' });
    await add("O'Neil <b>");
  });

  it.each([
    ['anna', ['Anna Petrova']],
    ['PETRO', ['Anna Petrova']],
    ['acme', ['Anna Petrova']],
    ['cto', ['Anna Petrova']],
    ['100%', ['Anna Petrova']],
    ['%', ['Anna Petrova']],
    ['_', ['Bernd_Müller']],
    ['\\', ['Bernd_Müller']],
    ['c:\\t', ['Bernd_Müller']],
    ['"quoted"', ['Bernd_Müller']],
    ['müller', ['Bernd_Müller']],
    ['שרה', ['שרה לוי']],
    ["o'neil <", ["O'Neil <b>"]],
    ['a_na', []],
    ['%a', []],
    ["'; drop table leads; --", []],
  ])('%j', async (search, expected) => expect(await names({ search })).toEqual(expected));

  it('finds everything when nothing is sought', async () => {
    expect(await names({ search: '' })).toHaveLength(4);
  });

  it('goes together with a status', async () => {
    expect(await names({ search: 'anna', status: 'won' })).toEqual([]);
    expect(await names({ search: 'anna', status: 'new' })).toEqual(['Anna Petrova']);
  });
});

describe('the state of a plan', () => {
  let leadId: string;
  beforeEach(async () => {
    leadId = await add('Anna');
  });
  const state = async () => (await getLeadCard(database.db, user, leadId, monday))?.planState;
  const ask = (now = monday) => requestPlan(database.db, { userId, leadId, now });
  const claim = async () => one([await claimPlanRequest(database.db, later({ hours: 1 }))]);
  const failure = { cause: 'x', now: monday };

  it('is none when nobody asked for one', async () => expect(await state()).toBe('none'));

  it('is drafting while a request waits and while a worker is at it, then ready', async () => {
    await ask();
    expect(await state()).toBe('drafting');
    const { id: requestId } = await claim();
    expect(await state()).toBe('drafting');
    await savePlan(database.db, { leadId, requestId, plan: planOf(0), now: monday });
    expect(await state()).toBe('ready');
  });

  it('is failed when drafting gave up, and drafting again when it is asked for again', async () => {
    await ask();
    await failPlanRequest(database.db, { ...(await claim()), attempts: 1 }, failure);
    expect(await state()).toBe('drafting');
    for (const _ of [2, 3]) await failPlanRequest(database.db, await claim(), failure);
    expect(await state()).toBe('failed');
    await ask(later({ hours: 2 }));
    expect(await state()).toBe('drafting');
  });

  it('stays ready when another draft of a plan that is there failed', async () => {
    await plan(leadId, 0);
    await ask();
    for (const _ of [1, 2, 3]) await failPlanRequest(database.db, await claim(), failure);
    expect(await state()).toBe('ready');
  });

  it('is that of the lead itself, not of its neighbours', async () => {
    await plan(await add('Planned'), 0);
    const asked = await add('Asked');
    await requestPlan(database.db, { userId, leadId: asked, now: monday });
    expect(await state()).toBe('none');
  });
});

describe('a single card', () => {
  it('is the one of the list', async () => {
    const leadId = await add('Anna');
    await plan(leadId, 0);
    const { leads } = await getLeads(database.db, user, {}, monday);
    expect(await getLeadCard(database.db, user, leadId, monday)).toEqual(leads[0]);
  });

  it('is none when it is somebody else’s', async () => {
    const leadId = await add('Anna');
    const stranger = await makeUser(database.db, { id: 2002 });
    expect(await getLeadCard(database.db, stranger, leadId, monday)).toBeNull();
  });
});
