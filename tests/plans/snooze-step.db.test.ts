import { beforeEach, describe, expect, it } from 'vitest';
import { markReachable } from '../../server/auth/users.ts';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { undoAct } from '../../server/plans/acts.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import type { Step } from '../../server/plans/lock-step.ts';
import type { SnoozeTo } from '../../server/plans/snooze.ts';
import { snoozeStep, wakeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { listSnoozed } from '../../server/views/snoozed.ts';
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

const snooze = (to: SnoozeTo, now = later({ minutes: 30 }), anyway = false) =>
  snoozeStep(database.db, { userId, stepId: step.id, to, anyway, now });
const reminder = () => reminderOf(database.db, step.id);
const inAWeek = later({ days: 7 });

describe('a snoozed reminder', () => {
  it('moves, and the step keeps its date', async () => {
    const tomorrow = later({ days: 1 });
    expect(await snooze('tomorrow')).toMatchObject({ ok: true, until: tomorrow, moved: false });
    expect(await reminder()).toMatchObject({
      status: 'pending',
      dueAt: tomorrow,
      snoozedAt: later({ minutes: 30 }),
    });
    expect(await stepAt(database.db, leadId, 0)).toEqual({ ...step, snoozes: 1 });
  });

  it('comes back tomorrow at the reminder hour, and not before', async () => {
    await send(database.db);
    await snooze('tomorrow');
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
    await snooze(later({ days: 3 }));
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('snoozed: Step of day 0');
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastActivityAt: later({ minutes: 30 }) });
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2 }]);
  });

  it('is snoozed no more once the step is done', async () => {
    await snooze(inAWeek);
    await setStepStatus(database.db, { userId, stepId: step.id, status: 'done', now: monday });
    expect(await reminder()).toMatchObject({ status: 'done' });
    const card = await getStepCard(database.db, await makeUser(database.db), step.id, monday);
    expect(card?.step.snoozed).toBeNull();
  });

  it('keeps its time while the person cannot be reached, and after', async () => {
    await snooze(inAWeek);
    const before = await reminder();
    await holdPerson(database.db, userId, monday);
    await markReachable(database.db, userId, monday);
    expect(await reminder()).toEqual(before);
  });

  it('waits for the window when the picked time lies outside, and says so', async () => {
    const saturday = new Date('2026-10-17T09:00:00Z');
    expect(await snooze(saturday)).toMatchObject({ until: inAWeek, moved: true });
    expect(await snooze(later({ days: 2, hours: 3 }))).toMatchObject({ moved: false });
  });

  it('means the hour that the person chose, where they are', async () => {
    const user = await makeUser(database.db, { timeZone: 'America/New_York' });
    expect(await snooze('tomorrow', later({ hours: 6 }))).toMatchObject({
      until: new Date('2026-10-13T13:00:00Z'),
    });
    expect(await listSnoozed(database.db, user, later({ hours: 7 }))).toMatchObject([
      { stepId: step.id, title: 'Step of day 0', leadName: 'Anna Petrova', until: 'Tue 13 Oct, 09:00' },
    ]);
  });
});

describe('a snooze taken back', () => {
  it('puts reminder and step back as they were, and nothing is sent twice', async () => {
    await send(database.db);
    const before = [await reminder(), await stepAt(database.db, leadId, 0)];
    const result = await snooze('tomorrow');
    const actId = result.ok ? result.act.id : 0;
    const undone = await undoAct(database.db, { userId, actId, now: later({ minutes: 31 }) });
    expect(undone).toMatchObject({ ok: true, stepId: step.id });
    expect([await reminder(), await stepAt(database.db, leadId, 0)]).toEqual(before);
    expect(await claim(database.db, later({ days: 2 }))).toEqual([]);
  });
});

describe('the third snooze of a step', () => {
  beforeEach(async () => {
    await snooze('1h');
    await snooze('1h');
  });

  it('is not done but asks, with what it would be', async () => {
    const before = [await reminder(), await historyOf(database.db, leadId)];
    expect(await snooze('tomorrow')).toMatchObject({
      ...{ ok: false, reason: 'asks', until: later({ days: 1 }) },
      step: { snoozes: 2 },
    });
    expect([await reminder(), await historyOf(database.db, leadId)]).toEqual(before);
  });

  it('is done when the person keeps to it', async () => {
    expect(await snooze('tomorrow', monday, true)).toMatchObject({ ok: true, until: later({ days: 1 }) });
    expect(await snooze('tomorrow')).toMatchObject({ reason: 'asks', step: { snoozes: 3 } });
  });

  it.each([
    ['another date', { title: 'Step of day 0', dueLocal: '2026-10-14T10:00' }],
    ['another, smaller title', { title: 'Send two dates', dueLocal: null }],
  ])('does not ask once the step has %s', async (_, change) => {
    await editStep(database.db, { userId, stepId: step.id, draft: '', ...change, now: monday });
    expect(await snooze('tomorrow')).toMatchObject({ ok: true });
  });

  it('does not ask about another step', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 1);
    const act = { userId, stepId, to: 'tomorrow', now: monday } as const;
    expect(await snoozeStep(database.db, act)).toMatchObject({ ok: true });
  });
});

describe('a reminder that cannot be snoozed', () => {
  it.each(['done', 'skipped'] as const)('is one of a step that is %s', async (status) => {
    await setStepStatus(database.db, { userId, stepId: step.id, status, now: monday });
    const before = [await reminder(), await historyOf(database.db, leadId)];
    expect(await snooze('tomorrow')).toEqual({ ok: false, reason: 'not-open' });
    expect([await reminder(), await historyOf(database.db, leadId)]).toEqual(before);
  });

  it.each(['won', 'lost'] as const)('is one of a lead that is %s', async (status) => {
    await setLeadStatus(database.db, { userId, leadId, status, now: monday });
    expect(await snooze('tomorrow')).toEqual({ ok: false, reason: 'not-open' });
    expect(await reminder()).toMatchObject({ status: 'cancelled', dueAt: monday });
  });

  it.each([
    ['the past', later({ minutes: 29 })],
    ['this very moment', later({ minutes: 30 })],
    ['1970', new Date(0)],
    ['more than five years', new Date('2031-10-20T07:00:00Z')],
  ])('is one that is put off to %s', async (_, to) => {
    const before = await reminder();
    expect(await snooze(to)).toEqual({ ok: false, reason: 'past' });
    expect(await reminder()).toEqual(before);
  });

  it('is one of somebody else', async () => {
    await makeUser(database.db, { id: 2002 });
    await snooze('tomorrow');
    const before = await reminder();
    const act = { userId: 2002, stepId: step.id, now: monday } as const;
    const notFound = { ok: false, reason: 'not-found' };
    expect(await snoozeStep(database.db, { ...act, to: 'tomorrow' })).toEqual(notFound);
    expect(await wakeStep(database.db, act)).toEqual(notFound);
    expect(await reminder()).toEqual(before);
  });
});

describe('a reminder that is woken', () => {
  const wake = (now: Date) => wakeStep(database.db, { userId, stepId: step.id, now });

  it('comes now, once, and is snoozed no more', async () => {
    await snooze('tomorrow');
    const now = later({ hours: 2 });
    expect(await wake(now)).toMatchObject({ ok: true, at: now });
    expect(await listSnoozed(database.db, await makeUser(database.db), now)).toEqual([]);
    expect(await send(database.db, now)).toMatchObject({ reminders: [{ stepId: step.id }] });
    expect(await claim(database.db, later({ days: 1, hours: 1 }))).toEqual([]);
  });

  it('waits for the next window when it is evening', async () => {
    await snooze(inAWeek);
    expect(await wake(later({ hours: 12 }))).toMatchObject({ ok: true, at: later({ days: 1 }) });
  });

  it('is one that sleeps: nothing happens to any other', async () => {
    const awake = { ok: false, reason: 'awake' };
    expect(await wake(monday)).toEqual(awake);
    await snooze('1h');
    expect(await wake(later({ hours: 2 }))).toEqual(awake);
    await snooze(inAWeek, later({ hours: 2 }));
    await setStepStatus(database.db, { userId, stepId: step.id, status: 'done', now: later({ hours: 3 }) });
    expect(await wake(later({ hours: 4 }))).toEqual(awake);
  });
});
