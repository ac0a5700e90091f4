import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { planSteps, users } from '../../server/db/schema.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { hours, minutes } from '../support/frozen-clock.ts';
import { dueChats } from '../support/many-chats.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { tellingOf, told } from '../support/told.ts';

const database = openTestDatabase();

/** A step that no card can be drawn from, as only a bug could leave it: its date is none. */
const spoil = (stepId: string) =>
  database.db.update(planSteps).set({ dueAt: sql`'infinity'::timestamptz` }).where(eq(planSteps.id, stepId));
const mend = (stepId: string, dueAt: Date) =>
  database.db.update(planSteps).set({ dueAt }).where(eq(planSteps.id, stepId));
/** A zone that this Node.js does not know (any more). */
const loseZone = (userId: number) =>
  database.db.update(users).set({ timeZone: 'Nowhere/Land' }).where(eq(users.id, userId));

/** Seven people with something due, the first of them in the way of the others. */
async function sevenChats() {
  const world = await openBotWorld(database.db);
  const telegram = await openScriptedTelegram();
  const [broken, ...fine] = await dueChats(database.db, 7);
  await world.restart({ api: telegram.api() });
  if (!broken) throw new Error('no chats');
  const heard = () => tellingOf(telegram.sent).sort();
  return { world, telegram, heard, broken, others: fine.map(({ name }) => `🔔 ${name}`) };
}

describe('one reminder that cannot be drawn', () => {
  it('stops none of the others in the same sweep, is logged and tried again', async () => {
    const { world, heard, broken, others } = await sevenChats();
    await spoil(broken.stepId);
    await world.tick('due-reminders');
    expect(heard()).toEqual(others);
    const reminder = await reminderOf(database.db, broken.stepId);
    expect(reminder).toMatchObject({
      ...{ status: 'pending', attempts: 1, claimedBy: null },
      sendAt: new Date(world.clock.now().getTime() + minutes(1)),
    });
    expect(new Set(world.complaints().map(({ level }) => level))).toEqual(new Set([50]));
  });

  it('is tried again later, not at once, also when there are two and nothing else is due', async () => {
    const world = await openBotWorld(database.db);
    const chats = await dueChats(database.db, 2);
    for (const { stepId } of chats) await spoil(stepId);
    await world.tick('due-reminders');
    for (const { stepId } of chats)
      expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', attempts: 1 });
  });

  it('in a digest leaves the others in it', async () => {
    const world = await openBotWorld(database.db);
    const broken = await plannedLead(world, { name: 'Broken', plan: [0] });
    for (const name of ['A', 'B', 'C', 'D']) await plannedLead(world, { name, plan: [0] });
    await spoil(broken.stepId);
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([expect.stringMatching(/^🔔 ([ABCD], ){3}[ABCD]$/)]);
    expect(await reminderOf(database.db, broken.stepId)).toMatchObject({ status: 'pending', attempts: 1 });
  });

  it('comes when it has been put right', async () => {
    const world = await openBotWorld(database.db);
    const { stepId, steps } = await plannedLead(world, { plan: [0] });
    await spoil(stepId);
    await world.tick('due-reminders');
    await mend(stepId, steps[0]?.dueAt ?? new Date(0));
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });
});

describe('a person whose time zone nobody knows', () => {
  it.each([
    ['on time', 0],
    ['late', hours(2)],
  ])('stops nobody else’s reminders that are %s', async (_, lateMs) => {
    const { world, telegram, broken, others } = await sevenChats();
    await loseZone(broken.userId);
    world.clock.advance(lateMs);
    await world.tick('due-reminders');
    const heard = telegram.sent.filter(({ chatId }) => chatId !== broken.userId);
    const lines = tellingOf(heard).map((line) => line.replace('⏳', ''));
    expect(lines.sort()).toEqual(others);
  });
});

describe('other things that stop nobody else’s reminders', () => {
  it('a chat that does not exist', async () => {
    const { world, telegram, heard, broken, others } = await sevenChats();
    telegram.answer(({ chatId }) =>
      chatId === broken.userId ? { code: 400, description: 'Bad Request: chat not found' } : undefined,
    );
    await world.tick('due-reminders');
    expect(heard()).toEqual(others);
    expect(await reminderOf(database.db, broken.stepId)).toMatchObject({ status: 'held' });
  });

  it('a text that Telegram refuses', async () => {
    const { world, telegram, heard, broken, others } = await sevenChats();
    telegram.answer(({ chatId }) =>
      chatId === broken.userId ? { code: 400, description: 'Bad Request: message is too long' } : undefined,
    );
    await world.tick('due-reminders');
    expect(heard()).toEqual(others);
    expect(await reminderOf(database.db, broken.stepId)).toMatchObject({ status: 'pending', attempts: 1 });
  });

  it('a draft of 100 KB, which arrives itself, cut', async () => {
    const { world, telegram, heard, broken, others } = await sevenChats();
    await database.db
      .update(planSteps)
      .set({ draft: 'Héllo 👩‍👩‍👧‍👦 '.repeat(4000) })
      .where(eq(planSteps.id, broken.stepId));
    await world.tick('due-reminders');
    expect(heard()).toEqual([`🔔 ${broken.name}`, ...others].sort());
    const text = telegram.sent.find(({ chatId }) => chatId === broken.userId)?.text ?? '';
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text).toContain('Open to read on');
  });

  it('an answer that never makes sense: it counts as unconfirmed', async () => {
    const world = await openBotWorld(database.db);
    const mine = await plannedLead(world, { name: 'Mine', plan: [0] });
    const his = await plannedLead(world, { name: 'His', userId: max, plan: [0] });
    await world.fault({ kind: '500', method: 'sendMessage', accepted: true });
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    const statuses = [];
    for (const { stepId } of [mine, his]) statuses.push((await reminderOf(database.db, stepId)).status);
    expect(statuses.sort()).toEqual(['sent', 'unconfirmed']);
    expect([await told(world, olga), await told(world, max)]).toEqual([['🔔 Mine'], ['🔔 His']]);
  });
});

describe('a message in the chat that cannot be redrawn', () => {
  it('is logged once and stops none of the others', async () => {
    const world = await openBotWorld(database.db);
    const broken = await plannedLead(world, { name: 'Broken', plan: [0] });
    const fine = await plannedLead(world, { name: 'Fine', plan: [0] });
    await world.tick('due-reminders');
    await world.settle();
    for (const { stepId } of [broken, fine])
      await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: world.clock.now() });
    await spoil(broken.stepId);
    await world.tick('chat-refresh');
    await world.tick('chat-refresh');
    const redrawn = (await world.messages()).filter(({ text }) => text.startsWith('✅'));
    expect(redrawn).toMatchObject([{ text: expect.stringContaining('Fine · Acme') }]);
    expect(world.complaints()).toMatchObject([{ level: 50, msg: 'a message could not be refreshed' }]);
  });
});
