import { beforeEach, describe, expect, it } from 'vitest';
import { leadBin, leadEvents, scheduledReminders } from '../../server/db/schema.ts';
import { binDays, emptyBin, listBin } from '../../server/leads/bin.ts';
import { addNote, deleteLead } from '../../server/leads/mutations.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { restoreLead } from '../../server/plans/restore-lead.ts';
import { resumeLead } from '../../server/plans/resume.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { raiseNudges } from '../../server/reminders/nudges.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { claim } from '../support/reminders.ts';
import { historyOf, later, leadRow, reminderOf, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
});

const remove = (now = monday) => deleteLead(database.db, { userId, leadId, now });
const statuses = async () => (await remindersOf(database.db, leadId)).map(({ status }) => status);
const restore = (now: Date, by = userId) => restoreLead(database.db, { userId: by, leadId, now });

describe('T13: a lead that was deleted', () => {
  it('has no reminder from that moment on', async () => {
    await remove();
    expect(await remindersOf(database.db, leadId)).toEqual([]);
    expect(await claim(database.db, later({ days: 20, hours: 1 }))).toEqual([]);
  });

  it('comes back as it was: its words, its plan, its events, its history', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    await addNote(database.db, { userId, leadId, text: 'Likes "quotes", №7 & 👋', now: monday });
    await database.db.insert(leadEvents).values({ leadId, event: 'demo', happensLocal: '2026-10-15T14:00' });
    const before = { lead: await leadRow(database.db, leadId), steps: await stepsOf(database.db, leadId) };
    await remove(later({ hours: 1 }));
    expect(await listBin(database.db, userId)).toMatchObject([{ leadId, name: 'Anna Petrova' }]);
    expect(await restore(later({ days: 1 }))).toEqual({ ok: true, name: 'Anna Petrova' });
    const lead = await leadRow(database.db, leadId);
    expect(lead).toEqual({ ...before.lead, lastActivityAt: later({ days: 1 }) });
    expect(await stepsOf(database.db, leadId)).toEqual(before.steps);
    expect(await historyOf(database.db, leadId)).toContain('note: Likes "quotes", №7 & 👋');
    expect(await database.db.select().from(leadEvents)).toHaveLength(1);
    expect(await listBin(database.db, userId)).toEqual([]);
  });

  it('is reminded of what is still to come; what is overdue is nudged about once', async () => {
    await remove();
    await restore(later({ days: 4 }));
    expect(await statuses()).toEqual(['sent', 'sent', 'pending', 'pending']);
    expect(await claim(database.db, later({ days: 4, hours: 1 }))).toEqual([]);
    await raiseNudges(database.db, later({ days: 7 }));
    expect(await claim(database.db, later({ days: 7 }))).toHaveLength(1);
  });

  it('that rested goes on resting, and has its reminders when it goes on', async () => {
    const asked = { userId, leadId };
    await pauseLead(database.db, {
      ...asked,
      reason: 'paused',
      waitingFor: null,
      wakeLocal: null,
      now: monday,
    });
    await remove(later({ hours: 1 }));
    await restore(later({ hours: 2 }));
    expect(new Set(await statuses())).toEqual(new Set(['cancelled']));
    await resumeLead(database.db, { ...asked, now: later({ hours: 3 }) });
    expect(await statuses()).toEqual(['pending', 'pending', 'pending', 'pending']);
  });

  it('can have a step opened again that was done early', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 2);
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    await remove();
    await restore(later({ days: 1 }));
    await setStepStatus(database.db, { userId, stepId, status: 'open', now: later({ days: 1 }) });
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      status: 'pending',
      dueAt: later({ days: 7 }),
    });
  });

  it('is dated for where the person is by now', async () => {
    await remove();
    const change = { timeZone: 'America/Los_Angeles' };
    await changePersonTime(database.db, { userId, change, now: later({ days: 1 }) });
    await restore(later({ days: 1 }));
    expect((await stepAt(database.db, leadId, 1)).dueAt).toEqual(new Date('2026-10-15T16:00:00Z'));
  });

  it('comes back once, and only to its owner', async () => {
    await makeUser(database.db, { id: 1002 });
    await remove();
    const notFound = { ok: false, reason: 'not-found' };
    expect(await restore(monday, 1002)).toEqual(notFound);
    const results = await Promise.all([restore(monday), restore(monday)]);
    expect(results).toContainEqual({ ok: true, name: 'Anna Petrova' });
    expect(results).toContainEqual(notFound);
  });

  it('is erased for good after 30 days', async () => {
    await remove();
    await emptyBin(database.db, later({ days: binDays }));
    expect(await listBin(database.db, userId)).toHaveLength(1);
    await emptyBin(database.db, later({ days: binDays, seconds: 1 }));
    expect(await database.db.select().from(leadBin)).toEqual([]);
    expect(await restore(later({ days: 31 }))).toMatchObject({ ok: false });
    expect(await database.db.select().from(scheduledReminders)).toEqual([]);
  });
});
