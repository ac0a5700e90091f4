import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { openPostgres } from '../../server/db/client.ts';
import { leads } from '../../server/db/schema.ts';
import { claimNudges, postponeNudge, releaseNudges } from '../../server/followups/mutations.ts';
import { listStaleLeads } from '../../server/followups/queries.ts';
import { addNote } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, leadRow, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;

beforeEach(async () => {
  await makeUser(database.db);
  leadId = await makeLead(database.db);
});

const stale = async (now: Date) =>
  (await listStaleLeads(database.db, now)).flatMap((person) => person.leads.map((lead) => lead.id));
const claim = (now: Date, ids = [leadId]) => claimNudges(database.db, ids, now);
const plan = (...days: number[]) => savePlan(database.db, { leadId, plan: planOf(...days), now: monday });

describe('a lead is stale', () => {
  it('after three days without activity, to the second', async () => {
    expect(await stale(later({ days: 3, seconds: -1 }))).toEqual([]);
    expect(await stale(later({ days: 3 }))).toEqual([leadId]);
  });

  it('until sixty days after the last activity', async () => {
    expect(await stale(later({ days: 60, seconds: -1 }))).toEqual([leadId]);
    expect(await stale(later({ days: 60 }))).toEqual([]);
  });

  it('not while a step is still to come', async () => {
    await plan(0, 14);
    expect(await stale(later({ days: 13 }))).toEqual([]);
  });

  it('when its only open step is overdue', async () => {
    await plan(0);
    expect(await stale(later({ days: 3 }))).toEqual([leadId]);
  });

  it('not while its only step is snoozed to a later day', async () => {
    await plan(0);
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    await snoozeStep(database.db, { userId, stepId, to: 'monday', now: monday });
    expect(await stale(later({ days: 4 }))).toEqual([]);
    // On the 19th it comes back; three days later nothing has happened.
    expect(await stale(later({ days: 9 }))).toEqual([]);
    expect(await stale(later({ days: 10 }))).toEqual([leadId]);
  });

  it('not while its reminder has just come', async () => {
    await plan(14);
    expect(await stale(later({ days: 14, hours: 6 }))).toEqual([]);
    // Clocks went back on the 25th: three days after 09:00 in Berlin.
    expect(await stale(later({ days: 17 }))).toEqual([]);
    expect(await stale(later({ days: 17, hours: 1 }))).toEqual([leadId]);
  });

  it('when the step that was to come is done', async () => {
    await plan(14);
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: later({ days: 1 }) });
    expect(await stale(later({ days: 3 }))).toEqual([]);
    expect(await stale(later({ days: 4 }))).toEqual([leadId]);
  });

  it('not again for three days after any activity', async () => {
    await addNote(database.db, { userId, leadId, text: 'called', now: later({ days: 2 }) });
    expect(await stale(later({ days: 4 }))).toEqual([]);
    expect(await stale(later({ days: 5 }))).toEqual([leadId]);
  });

  it.each(['won', 'lost'] as const)('not when it is %s', async (status) => {
    await setLeadStatus(database.db, { userId, leadId, status, now: monday });
    expect(await stale(later({ days: 10 }))).toEqual([]);
  });

  it('not while the person cannot be reached', async () => {
    await holdPerson(database.db, userId, monday);
    expect(await stale(later({ days: 10 }))).toEqual([]);
  });

  it('not when it is another lead that has a step to come', async () => {
    const quiet = await makeLead(database.db, { name: 'Quiet' });
    await plan(14);
    expect(await stale(later({ days: 4 }))).toEqual([quiet]);
  });
});

describe('stale leads', () => {
  it('come by person, the quietest first', async () => {
    const bernd = await makeUser(database.db, { id: 2002 });
    const foreign = await makeLead(database.db, { userId: bernd.id, name: 'Foreign' });
    const quieter = await makeLead(database.db, { name: 'Quieter', now: later({ days: -1 }) });
    const people = await listStaleLeads(database.db, later({ days: 4 }));
    expect(people.map(({ user, leads }) => [user.id, leads.map((lead) => lead.id)])).toEqual([
      [1001, [quieter, leadId]],
      [2002, [foreign]],
    ]);
  });
});

describe('a nudge', () => {
  const first = later({ days: 3 });

  it('is marked before it leaves, and does not count as activity', async () => {
    expect(await claim(first)).toEqual([leadId]);
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastNudgedAt: first, lastActivityAt: monday });
  });

  it('comes at most once in three days', async () => {
    await claim(first);
    expect(await stale(later({ days: 6, seconds: -1 }))).toEqual([]);
    expect(await claim(later({ days: 6, seconds: -1 }))).toEqual([]);
    expect(await stale(later({ days: 6 }))).toEqual([leadId]);
    expect(await claim(later({ days: 6 }))).toEqual([leadId]);
  });

  it('that was not delivered is tried at the next sweep', async () => {
    await claim(first);
    await releaseNudges(database.db, [leadId], first);
    expect(await stale(later({ days: 3, hours: 6 }))).toEqual([leadId]);
    expect(await claim(later({ days: 3, hours: 6 }))).toEqual([leadId]);
  });

  it('that was not delivered leaves a "not now" that came meanwhile', async () => {
    await claim(first);
    const wish = later({ days: 3, minutes: 1 });
    await postponeNudge(database.db, { userId, leadId, now: wish });
    await releaseNudges(database.db, [leadId], first);
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastNudgedAt: wish });
  });

  it('is not sent about a lead that was worked on or closed since the sweep looked', async () => {
    await addNote(database.db, { userId, leadId, text: 'called', now: later({ days: 2 }) });
    expect(await claim(first)).toEqual([]);
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    expect(await claim(later({ days: 9 }))).toEqual([]);
  });

  it('of no leads is none', async () => {
    expect(await claim(first, [])).toEqual([]);
    await releaseNudges(database.db, [], first);
  });

  it('that is not wanted now waits three days', async () => {
    expect(await postponeNudge(database.db, { userId, leadId, now: later({ days: 4 }) })).toBe(true);
    expect(await stale(later({ days: 7, seconds: -1 }))).toEqual([]);
    expect(await stale(later({ days: 7 }))).toEqual([leadId]);
  });

  it('about a lead of somebody else cannot be put off', async () => {
    await makeUser(database.db, { id: 2002 });
    expect(await postponeNudge(database.db, { userId: 2002, leadId, now: first })).toBe(false);
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastNudgedAt: null });
  });
});

describe('two sweeps at the same time', () => {
  it('win each lead once', async () => {
    const ids = [leadId];
    for (let n = 0; n < 30; n += 1) ids.push(await makeLead(database.db, { name: `Lead ${n}` }));
    const { url } = database;
    const others = url ? await Promise.all([1, 2, 3].map(() => openPostgres(url))) : [];
    const callers = [database.db, database.db, ...others.map((other) => other.db)];
    // In one order: two sweeps read the same query. In opposite orders they could wait for each other.
    const won = await Promise.all(callers.map((db) => claimNudges(db, ids, later({ days: 3 }))));
    await Promise.all(others.map((other) => other.close()));
    expect(won.flat().sort()).toEqual(ids.sort());
    const rows = await database.db.select().from(leads).where(eq(leads.userId, userId));
    expect(rows.every((lead) => lead.lastNudgedAt)).toBe(true);
  });
});
