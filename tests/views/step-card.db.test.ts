import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../server/auth/users.ts';
import { deleteLead, setLeadStatus } from '../../server/leads/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { claimDueReminders, claimUnconfirmed } from '../../server/reminders/claim.ts';
import { recordFailure, recordSent, recordUnconfirmed } from '../../server/reminders/settle.ts';
import { toSettingsView } from '../../server/views/settings.ts';
import { getStepCard } from '../../server/views/step-card.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { later, one, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let user: User;
let leadId: string;

beforeEach(async () => {
  ({ user, leadId } = await makePlannedLead(database.db));
});

const stepId = async (index: number) => (await stepAt(database.db, leadId, index)).id;
const card = async (index: number, now = monday) => getStepCard(database.db, user, await stepId(index), now);
const done = async (index: number) =>
  setStepStatus(database.db, { userId, stepId: await stepId(index), status: 'done', now: monday });

describe('the card of a step', () => {
  it('shows the step, whose it is, its place and what comes next', async () => {
    expect(await card(0)).toMatchObject({
      step: { id: await stepId(0), title: 'Step of day 0', draft: 'Draft for day 0' },
      lead: { id: leadId, name: 'Anna Petrova', company: 'Acme', status: 'new' },
      closed: false,
      place: 1,
      count: 4,
      next: { title: 'Step of day 3' },
    });
  });

  it('names the next open step after it', async () => {
    await done(0);
    await done(1);
    expect(await card(0)).toMatchObject({
      place: 1,
      step: { status: 'done' },
      next: { title: 'Step of day 7' },
    });
  });

  it('names none when it is the last open one', async () => {
    for (const index of [0, 1, 2]) await done(index);
    expect(await card(3)).toMatchObject({ next: null });
  });

  it('says how late it is by now', async () => {
    expect(await card(0, later({ days: 2 }))).toMatchObject({ step: { due: { short: '2 days late' } } });
  });

  it.each(['won', 'lost'] as const)('says that the lead is %s', async (status) => {
    await setLeadStatus(database.db, { userId, leadId, status, now: monday });
    expect(await card(0)).toMatchObject({ closed: true, lead: { status } });
  });

  it('says, for as long as the message stands, that its reminder may not have arrived', async () => {
    const claimed = one(await claimDueReminders(database.db, { now: monday, limit: 1 }));
    expect(await card(0)).toMatchObject({ unconfirmed: false });
    await recordUnconfirmed(database.db, claimed, 'time-out');
    const again = one(await claimUnconfirmed(database.db, { now: later({ minutes: 15 }), limit: 1 }));
    expect(await card(0)).toMatchObject({ unconfirmed: true });
    await recordSent(database.db, again, 78, later({ minutes: 15 }));
    expect(await card(0)).toMatchObject({ unconfirmed: true });
    expect(await card(1)).toMatchObject({ unconfirmed: false });
  });

  it('says nothing of the kind when it was tried again and arrived', async () => {
    const claimed = one(await claimDueReminders(database.db, { now: monday, limit: 1 }));
    await recordFailure(database.db, claimed, 'ECONNREFUSED', monday);
    const again = one(await claimDueReminders(database.db, { now: later({ minutes: 1 }), limit: 1 }));
    await recordSent(database.db, again, 77, later({ minutes: 1 }));
    expect(await card(0)).toMatchObject({ unconfirmed: false });
  });

  it('is none when the lead is gone, when it is somebody else’s, and when it never was', async () => {
    const id = await stepId(0);
    const stranger = await makeUser(database.db, { id: 2002 });
    expect(await getStepCard(database.db, stranger, id, monday)).toBeNull();
    expect(await getStepCard(database.db, user, randomUUID(), monday)).toBeNull();
    await deleteLead(database.db, { userId, leadId });
    expect(await getStepCard(database.db, user, id, monday)).toBeNull();
  });
});

describe('the settings of a person', () => {
  it('show the zone, the hour, and where the bot is', () => {
    expect(toSettingsView(user, 'followthrough_bot')).toEqual({
      firstName: 'User 1001',
      timeZone: 'Europe/Berlin',
      reminderHour: 9,
      reachable: true,
      botLink: 'https://t.me/followthrough_bot',
    });
  });

  it('say UTC before the device told, and when messages do not arrive', () => {
    expect(toSettingsView({ ...user, timeZone: null, unreachableAt: monday }, 'x')).toMatchObject({
      timeZone: 'UTC',
      reachable: false,
    });
  });
});
