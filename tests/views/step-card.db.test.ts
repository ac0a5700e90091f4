import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import type { User } from '../../server/auth/users.ts';
import { scheduledReminders } from '../../server/db/schema.ts';
import { addNote, deleteLead, editLead } from '../../server/leads/mutations.ts';
import { moveStep, removeStep } from '../../server/plans/arrange-steps.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { toSettingsView } from '../../server/views/settings.ts';
import { getStepCard, listStepCards } from '../../server/views/step-card.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, one, stepAt, stepsOf } from '../support/rows.ts';
import { sentQueries } from '../support/sent-queries.ts';

const database = openTestDatabase();
const userId = 1001;
let user: User;
let leadId: string;

beforeEach(async () => {
  ({ user, leadId } = await makePlannedLead(database.db));
});

const stepId = async (index: number) => (await stepAt(database.db, leadId, index)).id;
const card = async (index: number, now = monday) => getStepCard(database.db, user, await stepId(index), now);
const setStatus = async (index: number, status: 'done' | 'skipped' | 'open', now = monday) =>
  setStepStatus(database.db, { userId, stepId: await stepId(index), status, now });
const snooze = async (index: number, now = monday) =>
  snoozeStep(database.db, { userId, stepId: await stepId(index), to: 'tomorrow', now });

/** What the sender writes down about the reminder of a step. */
async function setReminder(index: number, set: Partial<typeof scheduledReminders.$inferInsert>) {
  await database.db
    .update(scheduledReminders)
    .set(set)
    .where(eq(scheduledReminders.stepId, await stepId(index)));
}

describe('the card of a step', () => {
  it('shows the step, whose it is and its place', async () => {
    expect(await card(0)).toMatchObject({
      userId,
      step: { id: await stepId(0), title: 'Step of day 0', draft: 'Draft for day 0', timing: 'Day 0' },
      lead: { id: leadId, name: 'Anna Petrova', company: 'Acme', status: 'new' },
      closed: false,
      place: 1,
      count: 4,
      next: null,
    });
  });

  it('names the next open step once it is settled itself', async () => {
    await setStatus(0, 'done');
    await setStatus(1, 'skipped');
    const next = { title: 'Step of day 7', due: 'Mon 19 Oct, 09:00' };
    expect(await card(0)).toMatchObject({ place: 1, step: { status: 'done' }, next });
    expect(await card(1)).toMatchObject({ place: 2, step: { status: 'skipped' }, next });
  });

  it('names none when it was the last open one', async () => {
    for (const index of [0, 1, 2, 3]) await setStatus(index, 'done');
    expect(await card(3)).toMatchObject({ next: null });
  });

  it('says when it is due, when it was settled, and until when it is snoozed', async () => {
    await setStatus(1, 'done', later({ hours: 1 }));
    await snooze(0);
    const due = 'Mon 12 Oct, 09:00';
    expect(await card(0)).toMatchObject({ step: { due, snoozed: 'Tue 13 Oct, 09:00', settledAt: null } });
    expect(await card(1)).toMatchObject({ step: { settledAt: 'Mon 12 Oct, 10:00', snoozed: null } });
  });

  it.each(['won', 'lost'] as const)('says that the lead is %s', async (status) => {
    await setLeadStatus(database.db, { userId, leadId, status, now: monday });
    expect(await card(0)).toMatchObject({ closed: true, lead: { status } });
  });

  it('is none when the lead is gone, when it is somebody else’s, and when it never was', async () => {
    const id = await stepId(0);
    const stranger = await makeUser(database.db, { id: 2002 });
    expect(await getStepCard(database.db, stranger, id, monday)).toBeNull();
    expect(await getStepCard(database.db, user, randomUUID(), monday)).toBeNull();
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await getStepCard(database.db, user, id, monday)).toBeNull();
  });
});

describe('a reminder that may not have arrived', () => {
  it('is told of as such for as long as the message stands', async () => {
    expect(await card(0)).toMatchObject({ unconfirmed: false });
    await setReminder(0, { status: 'unconfirmed', unconfirmedAt: monday });
    expect(await card(0)).toMatchObject({ unconfirmed: true });
    await setReminder(0, { status: 'sent', sentAt: later({ minutes: 2 }) });
    expect(await card(0)).toMatchObject({ unconfirmed: true });
    expect(await card(1)).toMatchObject({ unconfirmed: false });
  });

  it('is no longer of interest once the step is settled, or the reminder has another date', async () => {
    await setReminder(0, { status: 'sent', unconfirmedAt: monday });
    await setStatus(0, 'done');
    expect(await card(0)).toMatchObject({ unconfirmed: false });
    await setStatus(0, 'open');
    expect(await card(0)).toMatchObject({ unconfirmed: true });
    await snooze(0);
    expect(await card(0, later({ days: 2 }))).toMatchObject({ unconfirmed: false });
  });
});

describe('a reminder that comes late', () => {
  const due = 'Mon 12 Oct, 09:00';

  it.each([
    [{ seconds: -1 }, null],
    [{ minutes: 5 }, null],
    [{ minutes: 5, seconds: 1 }, due],
    [{ days: 3 }, due],
  ])('is late when it has not been sent by now: %o', async (age, late) => {
    expect(await card(0, later(age))).toMatchObject({ late });
  });

  it('stays late, or in time, whenever its message is drawn again', async () => {
    await setReminder(0, { status: 'sent', sentAt: later({ minutes: 1 }) });
    expect(await card(0, later({ days: 3 }))).toMatchObject({ late: null });
    await setReminder(0, { status: 'sent', sentAt: later({ hours: 3 }) });
    expect(await card(0, later({ hours: 3 }))).toMatchObject({ late: due });
    expect(await card(0, later({ days: 3 }))).toMatchObject({ late: due });
  });

  it('is not late while it is put off; then it is measured by the new date', async () => {
    await setReminder(0, { status: 'sent', sentAt: later({ hours: 3 }) });
    await snooze(0, later({ hours: 4 }));
    expect(await card(0, later({ hours: 5 }))).toMatchObject({ late: null });
    expect(await card(0, later({ days: 1 }))).toMatchObject({ late: null });
    expect(await card(0, later({ days: 1, hours: 1 }))).toMatchObject({ late: 'Tue 13 Oct, 09:00' });
  });

  it('is of no interest once the step is settled', async () => {
    await setStatus(0, 'done');
    expect(await card(0, later({ days: 3 }))).toMatchObject({ late: null });
  });
});

describe('the cards of many steps', () => {
  /** A second lead in another state, and another person in another zone. */
  async function everybody(): Promise<string[]> {
    await setStatus(0, 'done');
    await snooze(1);
    const second = await makeLead(database.db, { name: 'Second' });
    await savePlan(database.db, { leadId: second, plan: planOf(0, 1), now: monday });
    await setLeadStatus(database.db, { userId, leadId: second, status: 'won', now: monday });
    await makeUser(database.db, { id: 2002, timeZone: 'America/New_York' });
    const third = await makeLead(database.db, { userId: 2002, name: 'Third' });
    await savePlan(database.db, { leadId: third, plan: planOf(0, 7), now: monday });
    const plans = await Promise.all([leadId, second, third].map((id) => stepsOf(database.db, id)));
    return plans.flat().map(({ id }) => id);
  }

  it('are each the same as by itself, in the time of whose step it is', async () => {
    const ids = await everybody();
    const now = later({ hours: 2 });
    const cards = await listStepCards(database.db, ids, now);
    expect([...cards.keys()].sort()).toEqual([...ids].sort());
    const zones = new Map([
      [1001, user],
      [2002, await makeUser(database.db, { id: 2002, timeZone: 'America/New_York' })],
    ]);
    for (const [id, drawn] of cards) {
      const owner = one([zones.get(drawn.userId)]);
      expect(await getStepCard(database.db, owner, id, now)).toEqual(drawn);
    }
    const dues = [...cards.values()].map(({ userId: of, step }) => `${of}: ${step.due}`);
    expect(dues).toContain('1001: Mon 12 Oct, 09:00');
    expect(dues).toContain('2002: Mon 19 Oct, 09:00');
  });

  it('leave out what is gone', async () => {
    const gone = await stepId(1);
    await removeStep(database.db, { userId, stepId: gone, now: monday });
    const there = await stepId(0);
    const cards = await listStepCards(database.db, [gone, there, randomUUID()], monday);
    expect([...cards.keys()]).toEqual([there]);
    expect(await listStepCards(database.db, [], monday)).toEqual(new Map());
  });

  it('take three queries, however many they are, and two while all of them wait', async () => {
    const ids = await everybody();
    const open = ids.slice(2, 3);
    for (const [wanted, queries] of [
      [open, 2],
      [ids.slice(0, 1), 3],
      [ids, 3],
    ] as const) {
      const sent = await sentQueries(database.db, (db) => listStepCards(db, [...wanted], monday));
      expect(sent).toHaveLength(queries);
    }
  });
});

describe('the version of a card', () => {
  const lead = { name: 'Anna Petrova', company: 'Acme', role: null, telegram: null, email: null };
  const words = { title: 'Step of day 0', draft: 'Draft for day 0', dueLocal: null };

  it.each<[string, () => Promise<unknown>]>([
    ['it is done', () => setStatus(0, 'done')],
    ['it is snoozed', () => snooze(0)],
    [
      'its words are saved',
      async () => editStep(database.db, { userId, stepId: await stepId(0), ...words, now: monday }),
    ],
    ['it is moved', async () => moveStep(database.db, { userId, stepId: await stepId(0), to: 2 })],
    [
      'another step of the plan goes',
      async () => removeStep(database.db, { userId, stepId: await stepId(2), now: monday }),
    ],
    ['the lead is closed', () => setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday })],
    [
      'the lead is renamed',
      () =>
        editLead(database.db, {
          ...{ userId, leadId, now: monday },
          lead: { ...lead, phone: null, source: null, notes: '', language: null },
        }),
    ],
  ])('changes when %s, even within the same millisecond', async (_, act) => {
    const id = await stepId(0);
    const before = await getStepCard(database.db, user, id, monday);
    await act();
    const after = await getStepCard(database.db, user, id, monday);
    expect(before?.version).toMatch(/^\d+\/\d+$/);
    expect(after?.version).not.toBe(before?.version);
  });

  it('stays when its reminder is sent, and when something happens to another lead', async () => {
    const other = await makeLead(database.db, { name: 'Second' });
    const before = await card(0);
    await setReminder(0, { status: 'sent', sentAt: monday, messageId: 7 });
    await addNote(database.db, { userId, leadId: other, text: 'a note', now: monday });
    expect((await card(0))?.version).toBe(before?.version);
  });
});

describe('the settings of a person', () => {
  it('show the zone, the hour, and where the bot is', () => {
    expect(toSettingsView(user, 'followthrough_bot', monday)).toMatchObject({
      firstName: 'User 1001',
      timeZone: 'Europe/Berlin',
      reminderHour: 9,
      reachable: true,
      botLink: 'https://t.me/followthrough_bot',
    });
  });

  it('say UTC before the device told, and when messages do not arrive', () => {
    expect(toSettingsView({ ...user, timeZone: null, unreachableAt: monday }, 'x', monday)).toMatchObject({
      timeZone: 'UTC',
      reachable: false,
    });
  });
});
