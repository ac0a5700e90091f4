import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { getUser } from '../../server/auth/users.ts';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { openPostgres } from '../../server/db/client.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { later, messagesOf, reminderOf, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
});

const change = (to: { timeZone?: string; reminderHour?: number }, now = later({ minutes: 1 })) =>
  changePersonTime(database.db, { userId, change: to, now });
const wishes = async () => (await stepsOf(database.db, leadId)).map((step) => step.dueLocal);
const instants = async () => (await stepsOf(database.db, leadId)).map((step) => step.dueAt?.toISOString());
const reminded = async () => (await remindersOf(database.db, leadId)).map((row) => row.dueAt.toISOString());

describe('a person who moves to another zone', () => {
  it('has nine in the morning there, before and after the clocks change', async () => {
    const changed = await change({ timeZone: 'America/New_York' });
    expect(changed).toMatchObject({ ok: true, user: { timeZone: 'America/New_York' } });
    expect(await wishes()).toEqual([
      '2026-10-12T09:00',
      '2026-10-15T09:00',
      '2026-10-19T09:00',
      '2026-10-26T09:00',
    ]);
    expect(await instants()).toEqual([
      '2026-10-12T07:00:00.000Z',
      '2026-10-15T13:00:00.000Z',
      '2026-10-19T13:00:00.000Z',
      '2026-10-26T13:00:00.000Z',
    ]);
  });

  it('has the reminders at the dates of the steps', async () => {
    await change({ timeZone: 'Australia/Lord_Howe' });
    expect(await reminded()).toEqual(await instants());
  });

  it('reads the new dates in the messages of those steps and of the plan', async () => {
    const message = { userId, chatId: userId, leadId, now: monday };
    const coming = await stepAt(database.db, leadId, 1);
    await rememberMessage(database.db, { ...message, messageId: 1, kind: 'plan', stepId: null });
    await rememberMessage(database.db, { ...message, messageId: 2, kind: 'reminder', stepId: coming.id });
    await change({ timeZone: 'Asia/Kolkata' });
    const revisions = (await messagesOf(database.db)).map((row) => row.revision);
    expect(revisions.every((revision) => revision > 1)).toBe(true);
  });

  it('has everything as it was after moving back', async () => {
    const before = [await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)];
    await change({ timeZone: 'Asia/Kolkata' });
    await change({ timeZone: 'Europe/Berlin' });
    expect([await stepsOf(database.db, leadId), await remindersOf(database.db, leadId)]).toEqual(before);
  });
});

describe('a person who chooses another hour', () => {
  it('has the steps that are to come at that hour', async () => {
    await change({ reminderHour: 16 });
    expect(await wishes()).toEqual([
      '2026-10-12T09:00',
      '2026-10-15T16:00',
      '2026-10-19T16:00',
      '2026-10-26T16:00',
    ]);
    expect(await reminded()).toEqual(await instants());
  });

  it('keeps the hour of a step they picked a time for', async () => {
    const { id: stepId, title, draft } = await stepAt(database.db, leadId, 1);
    await editStep(database.db, { userId, stepId, title, draft, dueLocal: '2026-10-15T11:30', now: monday });
    await change({ reminderHour: 16 });
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueLocal: '2026-10-15T11:30' });
  });

  it('moves with the step what was snoozed to a morning, to the new hour of that day', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 1);
    await snoozeStep(database.db, { userId, stepId, to: 'tomorrow', now: monday });
    await change({ reminderHour: 16 });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ dueAt: later({ days: 1, hours: 7 }) });
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueLocal: '2026-10-15T16:00' });
  });
});

describe('a reminder that is snoozed', () => {
  it('keeps its wall time in the new zone', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 1);
    await snoozeStep(database.db, { userId, stepId, to: 'tomorrow', now: monday });
    await change({ timeZone: 'America/New_York' });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ dueAt: new Date('2026-10-13T13:00:00Z') });
  });

  it('says so in the message of a step that was due already', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 0);
    const message = { userId, chatId: userId, messageId: 1, leadId, stepId, now: monday };
    await rememberMessage(database.db, { ...message, kind: 'reminder' });
    await snoozeStep(database.db, { userId, stepId, to: 'tomorrow', now: monday });
    const [before] = await messagesOf(database.db);
    await change({ timeZone: 'America/New_York' });
    const [after] = await messagesOf(database.db);
    expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
  });

  it('for an hour keeps its minute', async () => {
    const { id: stepId } = await stepAt(database.db, leadId, 1);
    await snoozeStep(database.db, { userId, stepId, to: '1h', now: later({ minutes: 7 }) });
    await change({ reminderHour: 16 });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ dueAt: later({ hours: 1, minutes: 7 }) });
  });
});

describe('what does not move', () => {
  it('is a step that was due before', async () => {
    const before = await stepsOf(database.db, leadId);
    await change({ timeZone: 'America/New_York', reminderHour: 16 }, later({ days: 20 }));
    expect(await stepsOf(database.db, leadId)).toEqual(before);
  });

  it('is a step that is done or skipped', async () => {
    const [done, skipped] = [await stepAt(database.db, leadId, 1), await stepAt(database.db, leadId, 2)];
    await setStepStatus(database.db, { userId, stepId: done.id, status: 'done', now: monday });
    await setStepStatus(database.db, { userId, stepId: skipped.id, status: 'skipped', now: monday });
    await change({ reminderHour: 16 });
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueAt: done.dueAt });
    expect(await stepAt(database.db, leadId, 2)).toMatchObject({ dueAt: skipped.dueAt });
  });

  it('is anything of another person', async () => {
    const before = [await stepsOf(database.db, leadId), await getUser(database.db, userId)];
    await makeUser(database.db, { id: 2002 });
    const act = { userId: 2002, change: { timeZone: 'Asia/Kolkata' }, now: monday };
    expect(await changePersonTime(database.db, act)).toMatchObject({ user: { id: 2002 }, moves: [] });
    expect([await stepsOf(database.db, leadId), await getUser(database.db, userId)]).toEqual(before);
  });

  it('is anything when there is nothing to change', async () => {
    const before = await stepsOf(database.db, leadId);
    expect(await change({})).toMatchObject({
      user: { id: userId, timeZone: 'Europe/Berlin', reminderHour: 9 },
      moves: [],
    });
    expect(await stepsOf(database.db, leadId)).toEqual(before);
  });
});

it('a step of a closed lead moves too, for the day the lead is opened again', async () => {
  await setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday });
  await change({ reminderHour: 16 });
  await setStatusAndRestore(database.db, { userId, leadId, status: 'new', now: monday });
  expect((await reminded()).slice(1)).toEqual((await instants()).slice(1));
});

it('nobody is nobody', async () => {
  const act = { userId: 4004, change: { reminderHour: 8 }, now: monday };
  expect(await changePersonTime(database.db, act)).toEqual({ ok: false, reason: 'not-found' });
});

it('a date that is picked while the person moves is not put back', async () => {
  const other = database.url ? await openPostgres(database.url) : null;
  const { id: stepId, title, draft } = await stepAt(database.db, leadId, 1);
  const dueLocal = '2026-10-16T11:30';
  let moving: ReturnType<typeof change> | undefined;
  await (other?.db ?? database.db).transaction(async (tx) => {
    await editStep(tx, { userId, stepId, title, draft, dueLocal, now: monday });
    moving = change({ reminderHour: 16 });
    // Long enough for the move to come as far as it can before this is committed.
    await sleep(200);
  });
  await moving;
  expect(await stepAt(database.db, leadId, 1)).toMatchObject({ dueLocal });
  expect((await reminded()).sort()).toEqual((await instants()).sort());
  await other?.close();
});
