import { beforeEach, describe, expect, it } from 'vitest';
import { markReachable } from '../../server/auth/users.ts';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { setLeadStatus } from '../../server/leads/mutations.ts';
import type { SnoozeLength } from '../../server/plans/snooze.ts';
import { type Step, setStepStatus, snoozeStep } from '../../server/plans/step-mutations.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { getStepCard } from '../../server/views/step-card.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { claim, send } from '../support/reminders.ts';
import { historyOf, later, leadRow, messagesOf, reminderOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let step: Step;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  step = await stepAt(database.db, leadId, 0);
});

const snooze = (length: SnoozeLength, now = later({ minutes: 30 })) =>
  snoozeStep(database.db, { userId, stepId: step.id, length, now });

describe('a snoozed reminder', () => {
  it('moves, and the step keeps its date', async () => {
    const tomorrow = later({ days: 1 });
    expect(await snooze('1d')).toMatchObject({ ok: true, until: tomorrow });
    expect(await reminderOf(database.db, step.id)).toMatchObject({
      status: 'pending',
      dueAt: tomorrow,
      snoozedAt: later({ minutes: 30 }),
    });
    expect(await stepAt(database.db, leadId, 0)).toEqual(step);
  });

  it('comes back tomorrow at the reminder hour, and not before', async () => {
    await send(database.db);
    await snooze('1d');
    expect(await claim(database.db, later({ hours: 23, minutes: 59 }))).toEqual([]);
    expect(await claim(database.db, later({ days: 1 }))).toMatchObject([{ stepId: step.id }]);
  });

  it('can be snoozed again from the message of the second time', async () => {
    await send(database.db);
    await snooze('1h');
    await send(database.db, later({ hours: 1, minutes: 30 }));
    await snooze('1h', later({ hours: 2 }));
    expect(await claim(database.db, later({ hours: 3 }))).toMatchObject([{ stepId: step.id, attempts: 0 }]);
  });

  it('is written down, and its message tells', async () => {
    const message = { userId, chatId: userId, leadId, stepId: step.id, now: monday };
    await rememberMessage(database.db, { ...message, messageId: 1, kind: 'reminder' });
    await snooze('3d');
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('snoozed: Step of day 0');
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastActivityAt: later({ minutes: 30 }) });
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2 }]);
  });

  it('is snoozed no more once the step is done', async () => {
    await snooze('1w');
    await setStepStatus(database.db, { userId, stepId: step.id, status: 'done', now: monday });
    expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'done' });
    const card = await getStepCard(database.db, await makeUser(database.db), step.id, monday);
    expect(card?.step.snoozed).toBeNull();
  });

  it('keeps its time while the person cannot be reached, and after', async () => {
    await snooze('1w');
    const before = await reminderOf(database.db, step.id);
    await holdPerson(database.db, userId, monday);
    await markReachable(database.db, userId, monday);
    expect(await reminderOf(database.db, step.id)).toEqual(before);
  });

  it('means the hour that the person chose, where they are', async () => {
    const { user, leadId: lead } = await plannedIn('America/New_York');
    const { id: stepId } = await stepAt(database.db, lead, 0);
    const now = later({ hours: 6 });
    const result = await snoozeStep(database.db, { userId: user.id, stepId, length: '1d', now });
    expect(result).toMatchObject({ until: new Date('2026-10-13T13:00:00Z') });
  });

  async function plannedIn(timeZone: string) {
    const planned = await makePlannedLead(database.db);
    await makeUser(database.db, { timeZone });
    return planned;
  }
});

describe('a reminder that cannot be snoozed', () => {
  it.each(['done', 'skipped'] as const)('is one of a step that is %s', async (status) => {
    await setStepStatus(database.db, { userId, stepId: step.id, status, now: monday });
    const before = [await reminderOf(database.db, step.id), await historyOf(database.db, leadId)];
    expect(await snooze('1d')).toMatchObject({ ok: true, until: null });
    expect([await reminderOf(database.db, step.id), await historyOf(database.db, leadId)]).toEqual(before);
  });

  it.each(['won', 'lost'] as const)('is one of a lead that is %s', async (status) => {
    await setLeadStatus(database.db, { userId, leadId, status, now: monday });
    expect(await snooze('1d')).toMatchObject({ ok: true, until: null });
    expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'cancelled', dueAt: monday });
  });

  it('is one of somebody else', async () => {
    await makeUser(database.db, { id: 2002 });
    const before = await reminderOf(database.db, step.id);
    const act = { userId: 2002, stepId: step.id, length: '1d', now: monday } as const;
    expect(await snoozeStep(database.db, act)).toEqual({ ok: false, reason: 'not-found' });
    expect(await reminderOf(database.db, step.id)).toEqual(before);
  });
});
