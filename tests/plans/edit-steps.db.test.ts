import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { plans } from '../../server/db/schema.ts';
import { moveStep, removeStep } from '../../server/plans/arrange-steps.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { addStep, editStep } from '../../server/plans/edit-steps.ts';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday } from '../support/people.ts';
import { claim, send } from '../support/reminders.ts';
import { historyOf, later, messagesOf, reminderOf, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const stranger = 2002;
const notFound = { ok: false, reason: 'not-found' };
const words = { title: 'Call *her*', draft: 'Hello <Anna>' };
let leadId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  await makeUser(database.db, { id: stranger });
});

const titles = async () => (await stepsOf(database.db, leadId)).map((step) => step.title);
const stepId = async (index: number) => (await stepAt(database.db, leadId, index)).id;
const everything = async () => [
  await stepsOf(database.db, leadId),
  await remindersOf(database.db, leadId),
  await historyOf(database.db, leadId),
];

describe('a step that is added', () => {
  const add = (input: Partial<Parameters<typeof addStep>[1]> = {}) =>
    addStep(database.db, { userId, leadId, ...words, timing: '', dueLocal: null, now: monday, ...input });

  it('comes last, at the time that was picked, with a reminder', async () => {
    const result = await add({ dueLocal: '2026-10-17T20:15' });
    const step = await stepAt(database.db, leadId, 4);
    expect(result).toMatchObject({ ok: true, stepId: step.id, due: { dueAt: step.dueAt } });
    expect(step).toMatchObject({
      ...words,
      position: 4,
      dueSource: 'person',
      dueAt: new Date('2026-10-17T18:15:00Z'),
    });
    expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'pending', dueAt: step.dueAt });
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('added: Call *her*');
  });

  it.each([
    ['in 2 days', 'timing', '2026-10-14T09:00'],
    ['', 'default', '2026-10-27T09:00'],
    ['one fine day', 'default', '2026-10-27T09:00'],
  ])('with the timing %j is counted from now', async (timing, dueSource, dueLocal) => {
    await add({ timing });
    expect(await stepAt(database.db, leadId, 4)).toMatchObject({ dueSource, dueLocal });
  });

  it('may be for this very minute', async () => {
    expect(await add({ dueLocal: '2026-10-12T09:00' })).toMatchObject({ ok: true });
  });

  it.each([
    ['2026-10-12T08:59', 'past'],
    ['2031-10-30T09:00', 'past'],
    ['2026-02-30T09:00', 'no-date'],
    ['soon', 'no-date'],
  ])('is refused for %s', async (dueLocal, reason) => {
    const before = await everything();
    expect(await add({ dueLocal })).toEqual({ ok: false, reason });
    expect(await everything()).toEqual(before);
  });

  it('starts a plan by hand where there is none', async () => {
    const lead = await makeLead(database.db, { name: 'Bernd' });
    await add({ leadId: lead });
    expect(await stepsOf(database.db, lead)).toMatchObject([{ position: 0, dueLocal: '2026-10-15T09:00' }]);
    expect(await database.db.select().from(plans)).toContainEqual(
      expect.objectContaining({ leadId: lead, draftedBy: 'person' }),
    );
  });

  it('leaves no empty plan behind when it is refused', async () => {
    const lead = await makeLead(database.db, { name: 'Bernd' });
    expect(await add({ leadId: lead, dueLocal: '2020-01-01T09:00' })).toEqual({ ok: false, reason: 'past' });
    expect(await database.db.select().from(plans)).toMatchObject([{ leadId }]);
  });

  it('is refused for a closed lead', async () => {
    await setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday });
    expect(await add()).toEqual({ ok: false, reason: 'closed' });
    expect(await titles()).toHaveLength(4);
  });

  it('is refused for a lead of somebody else, and for none', async () => {
    expect(await add({ userId: stranger })).toEqual(notFound);
    expect(await add({ leadId: randomUUID() })).toEqual(notFound);
    expect(await titles()).toHaveLength(4);
  });

  it('has a place of its own when two are added at once', async () => {
    await Promise.all([add(), add(), add()]);
    expect((await stepsOf(database.db, leadId)).map((step) => step.position)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });
});

describe('a step that is edited', () => {
  const edit = async (input: Partial<Parameters<typeof editStep>[1]> = {}, index = 1) =>
    editStep(database.db, {
      userId,
      stepId: await stepId(index),
      ...words,
      dueLocal: '2026-10-15T09:00',
      now: monday,
      ...input,
    });

  it('takes the words and keeps its date', async () => {
    const before = await stepAt(database.db, leadId, 1);
    expect(await edit()).toEqual({ ok: true, act: null });
    expect(await stepAt(database.db, leadId, 1)).toEqual({ ...before, ...words });
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('edited: Call *her*');
  });

  it('takes a new date, and its reminder follows', async () => {
    await edit({ dueLocal: '2026-10-16T14:30' });
    const step = await stepAt(database.db, leadId, 1);
    expect(step).toMatchObject({
      dueSource: 'person',
      keepsHour: true,
      dueAt: new Date('2026-10-16T12:30:00Z'),
    });
    expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'pending', dueAt: step.dueAt });
  });

  it('is reminded of again at its new date, once', async () => {
    await send(database.db);
    await edit({ dueLocal: '2026-10-13T10:00', now: later({ hours: 1 }) }, 0);
    const due = new Date('2026-10-13T08:00:00Z');
    expect(await claim(database.db, later({ hours: 24 }))).toEqual([]);
    expect(await claim(database.db, due)).toHaveLength(1);
  });

  it('makes its messages tell the truth again', async () => {
    const message = { userId, chatId: userId, leadId, stepId: await stepId(1), now: monday };
    await rememberMessage(database.db, { ...message, messageId: 1, kind: 'reminder' });
    await edit();
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2 }]);
  });

  it.each([
    ['2026-10-12T08:59', 'past'],
    ['2031-10-30T09:00', 'past'],
    ['2026-02-30T09:00', 'no-date'],
  ])('is refused for %s, and keeps its words too', async (dueLocal, reason) => {
    const before = await everything();
    expect(await edit({ dueLocal })).toEqual({ ok: false, reason });
    expect(await everything()).toEqual(before);
  });

  it('may be overdue and only get new words', async () => {
    expect(await edit({ now: later({ days: 30 }) })).toEqual({ ok: true, act: null });
    expect(await titles()).toContain('Call *her*');
  });

  it('may be overdue since before the person moved, and only get new words', async () => {
    const now = later({ days: 4 });
    await changePersonTime(database.db, { userId, change: { timeZone: 'Asia/Kolkata' }, now });
    const before = await stepAt(database.db, leadId, 1);
    expect(await edit({ dueLocal: '2026-10-15T12:30', now })).toEqual({ ok: true, act: null });
    expect(await stepAt(database.db, leadId, 1)).toEqual({ ...before, ...words });
  });

  it('is not dated any more once it is done', async () => {
    await setStepStatus(database.db, { userId, stepId: await stepId(1), status: 'done', now: monday });
    expect(await edit({ dueLocal: '2026-10-20T09:00' })).toEqual({ ok: true, act: null });
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({ ...words, dueLocal: '2026-10-15T09:00' });
    expect(await reminderOf(database.db, await stepId(1))).toMatchObject({ status: 'done' });
  });

  it('of a closed lead takes a date but is not reminded of', async () => {
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    await edit({ dueLocal: '2026-10-20T09:00' });
    expect(await reminderOf(database.db, await stepId(1))).toMatchObject({ status: 'cancelled' });
  });

  it('of a closed lead is reminded of at its new date once the lead is opened again', async () => {
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    await edit({ dueLocal: '2026-10-20T09:00' });
    await setStatusAndRestore(database.db, { userId, leadId, status: 'meeting', now: monday });
    expect(await reminderOf(database.db, await stepId(1))).toMatchObject({
      status: 'pending',
      dueAt: new Date('2026-10-20T07:00:00Z'),
    });
  });

  it('of somebody else is not found, and nothing changes', async () => {
    const before = await everything();
    expect(await edit({ userId: stranger })).toEqual(notFound);
    expect(await edit({ stepId: randomUUID() })).toEqual(notFound);
    expect(await everything()).toEqual(before);
  });
});

describe('a step that is taken out', () => {
  it('takes its reminder with it, and the others close the gap', async () => {
    const gone = await stepId(1);
    expect(await removeStep(database.db, { userId, stepId: gone, now: monday })).toEqual({ ok: true });
    const steps = await stepsOf(database.db, leadId);
    expect(steps.map((step) => [step.position, step.title])).toEqual([
      [0, 'Step of day 0'],
      [1, 'Step of day 7'],
      [2, 'Step of day 14'],
    ]);
    expect((await remindersOf(database.db, leadId)).map((reminder) => reminder.stepId)).not.toContain(gone);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('removed: Step of day 3');
  });

  it('leaves a message that says so', async () => {
    const message = { userId, chatId: userId, leadId, stepId: await stepId(1), now: monday };
    await rememberMessage(database.db, { ...message, messageId: 1, kind: 'reminder' });
    await removeStep(database.db, { userId, stepId: message.stepId, now: monday });
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2, stepId: null, leadId }]);
  });

  it('is taken out once', async () => {
    const act = { userId, stepId: await stepId(1), now: monday };
    const results = await Promise.all([removeStep(database.db, act), removeStep(database.db, act)]);
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual(notFound);
  });

  it('is not one of somebody else', async () => {
    const before = await everything();
    expect(await removeStep(database.db, { userId: stranger, stepId: await stepId(1), now: monday })).toEqual(
      notFound,
    );
    expect(await everything()).toEqual(before);
  });
});

it('a message that shows the plan follows what is added, edited, moved and taken out', async () => {
  const message = { userId, chatId: userId, leadId, stepId: null, now: monday };
  await rememberMessage(database.db, { ...message, messageId: 1, kind: 'plan' });
  const revision = async () => (await messagesOf(database.db))[0]?.revision;
  await addStep(database.db, { userId, leadId, ...words, timing: '', dueLocal: null, now: monday });
  expect(await revision()).toBe(2);
  const act = { userId, stepId: await stepId(1), now: monday };
  await editStep(database.db, { ...act, ...words, dueLocal: '2026-10-15T09:00' });
  expect(await revision()).toBe(3);
  await moveStep(database.db, { ...act, to: 0 });
  expect(await revision()).toBe(4);
  await removeStep(database.db, act);
  expect(await revision()).toBe(5);
});

describe('a step that is moved', () => {
  const move = async (from: number, to: number, mover = userId) =>
    moveStep(database.db, { userId: mover, stepId: await stepId(from), to });
  const order = async () => (await stepsOf(database.db, leadId)).map((step) => step.delayDays);

  it.each([
    ['down', 0, 2, [3, 7, 0, 14]],
    ['up', 3, 0, [14, 0, 3, 7]],
    ['to where it is', 1, 1, [0, 3, 7, 14]],
    ['past the end', 0, 99, [3, 7, 14, 0]],
  ])('%s has its new place, each place once', async (_, from, to, expected) => {
    expect(await move(from, to)).toEqual({ ok: true });
    expect(await order()).toEqual(expected);
    expect((await stepsOf(database.db, leadId)).map((step) => step.position)).toEqual([0, 1, 2, 3]);
  });

  it('keeps its date and its reminder', async () => {
    const before = await stepAt(database.db, leadId, 0);
    await move(0, 3);
    expect(await stepAt(database.db, leadId, 3)).toEqual({ ...before, position: 3 });
    expect(await reminderOf(database.db, before.id)).toMatchObject({ dueAt: monday });
  });

  it('is not one of somebody else', async () => {
    expect(await move(0, 3, stranger)).toEqual(notFound);
    expect(await order()).toEqual([0, 3, 7, 14]);
  });
});
