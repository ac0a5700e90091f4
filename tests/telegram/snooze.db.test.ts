import { describe, expect, it } from 'vitest';
import { activities, planSteps } from '../../server/db/schema.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { remindedLead, reminderOf, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

const menu = [
  ['snoozeHour', 'snoozeEvening'],
  ['snoozeTomorrow', 'snoozeMonday'],
  ['snoozePick', 'snoozeBack'],
];

/** A reminder in the chat with the choices of when in the place of its buttons. */
async function openMenu() {
  const world = await openBotWorld(database.db);
  const reminded = await remindedLead(world);
  const answer = await world.tap(reminded.reminder, 'snooze');
  const shown = () => world.message(reminded.reminder.id);
  return { world, ...reminded, answer, shown };
}

const tomorrow = 'Tue 13 Oct, 09:00';

describe('Snooze', () => {
  it('opens the choices on the same message, and Back closes them', async () => {
    const { world, reminder, answer, shown } = await openMenu();
    expect(answer).toMatchObject({ text: 'Until when? Step of day 0' });
    expect(buttons(await shown())).toEqual(menu);
    expect((await shown()).text).toBe(reminder.text);
    await world.tap(await shown(), 'snoozeBack');
    expect(await shown()).toMatchObject({ text: reminder.text, keyboard: reminder.keyboard });
  });

  it.each([
    ['snoozeHour', 'Mon 12 Oct, 10:00'],
    ['snoozeEvening', 'Mon 12 Oct, 18:00'],
    ['snoozeTomorrow', tomorrow],
    ['snoozeMonday', 'Mon 19 Oct, 09:00'],
  ] as const)(
    '%s moves the reminder, not the step, and the message says until when',
    async (choice, when) => {
      const { world, leadId, stepId, shown } = await openMenu();
      const [before] = await stepsOf(database.db, leadId);
      expect(await world.tap(await shown(), choice)).toMatchObject({ text: `Snoozed until ${when}` });
      expect((await shown()).text).toBe(`💤 Step of day 0\nAnna Petrova · Acme\nSnoozed until ${when}`);
      expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending' });
      expect((await stepsOf(database.db, leadId))[0]).toEqual({ ...before, snoozes: 1 });
    },
  );

  it('can be taken back from the message', async () => {
    const { world, stepId, reminder, shown } = await openMenu();
    await world.tap(await shown(), 'snoozeTomorrow');
    expect(buttons(await shown())).toEqual([['done', 'skip', 'undo'], ['open']]);
    await world.tap(await shown(), 'undo');
    expect(await shown()).toMatchObject({ text: reminder.text, keyboard: reminder.keyboard });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent' });
  });

  it('brings a whole reminder again tomorrow, once', async () => {
    const { world, reminder, shown } = await openMenu();
    await world.tap(await shown(), 'snoozeTomorrow');
    world.clock.moveTo(new Date('2026-10-13T06:59:00Z'));
    await world.tick('due-reminders');
    expect((await world.last()).id).toBe(reminder.id);
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    const again = await world.last();
    expect(again.id).not.toBe(reminder.id);
    expect(again.text).toContain('🔔 Anna Petrova · Acme');
    expect(buttons(again)).toEqual(buttons(reminder));
    world.clock.advance(minutes(15));
    await world.tick('due-reminders');
    expect((await world.last()).id).toBe(again.id);
  });

  it('on a message of an older version still means tomorrow', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await remindedLead(world);
    expect(await world.tapData(`v1:snooze:${stepId}`)).toMatchObject({ text: `Snoozed until ${tomorrow}` });
  });

  it('is refused for a step that is no longer open, and the message shows what became of it', async () => {
    const { world, stepId, shown } = await openMenu();
    const old = await shown();
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: world.clock.now() });
    const words = { text: 'This step is no longer open' };
    expect(await world.tap(old, 'snoozeTomorrow')).toMatchObject(words);
    expect(await world.tapData(`v1:snooze-menu:${stepId}`)).toMatchObject(words);
    expect((await shown()).text).toContain('✅ Step of day 0');
  });
});

describe('Pick…', () => {
  async function askedWhen() {
    const opened = await openMenu();
    await opened.world.tap(await opened.shown(), 'snoozePick');
    const question = await opened.world.last();
    const answer = (text: string) => opened.world.say(text, { replyTo: question.id });
    const dueAt = async () => (await reminderOf(database.db, opened.stepId)).dueAt.toISOString();
    return { ...opened, question, answer, dueAt };
  }

  it('asks for it in words, and the reminder has its buttons back', async () => {
    const { question, reminder, shown } = await askedWhen();
    expect(question.text).toMatch(/^💤 Until when should Step of day 0 for Anna Petrova wait\?.*Friday 10am/);
    expect(await shown()).toMatchObject({ keyboard: reminder.keyboard });
  });

  it.each([
    ['in two weeks', '2026-10-26T08:00:00.000Z', 'Mon 26 Oct, 09:00'],
    ['через 3 дня', '2026-10-15T07:00:00.000Z', 'Thu 15 Oct, 09:00'],
    ['in 3 Tagen', '2026-10-15T07:00:00.000Z', 'Thu 15 Oct, 09:00'],
    ['en 2 días', '2026-10-14T07:00:00.000Z', 'Wed 14 Oct, 09:00'],
    ['em 2 dias', '2026-10-14T07:00:00.000Z', 'Wed 14 Oct, 09:00'],
    ['in 3 hours', '2026-10-12T10:00:00.000Z', 'Mon 12 Oct, 12:00'],
  ])('understands “%s”', async (text, at, words) => {
    const { answer, dueAt, shown } = await askedWhen();
    expect((await answer(text)).text).toBe(`💤 Step of day 0 is snoozed until ${words}.`);
    expect(await dueAt()).toBe(at);
    expect((await shown()).text).toContain(`Snoozed until ${words}`);
    const rows = await database.db.select().from(activities);
    expect(rows.filter(({ kind }) => kind === 'note')).toEqual([]);
  });

  it('says when the time had to move into the window', async () => {
    const { answer } = await askedWhen();
    expect((await answer('in 12 hours')).text).toBe(
      '💤 Step of day 0 is snoozed until Tue 13 Oct, 09:00, because Mon 12 Oct, 21:00 is outside your hours.',
    );
  });

  it('asks again for what it does not understand or cannot do, and changes nothing', async () => {
    const { world, stepId, answer } = await askedWhen();
    const before = await reminderOf(database.db, stepId);
    const puzzled = await answer('when *she* calls {back}');
    expect(puzzled.text).toMatch(/^I do not understand “when \*she\* calls \{back\}” as a time/);
    expect((await answer('now')).text).toContain('from now on, up to five years; nothing was changed');
    expect((await answer('in 7 years')).text).toMatch(/up to five years|I do not understand/);
    expect(await reminderOf(database.db, stepId)).toEqual(before);
    const done = await world.say('in 2 days', { replyTo: puzzled.id });
    expect(done.text).toContain('Wed 14 Oct, 09:00');
  });

  it('says so when the step was settled meanwhile', async () => {
    const { world, stepId, answer } = await askedWhen();
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: world.clock.now() });
    expect((await answer('in 2 days')).text).toBe('That step is no longer open. Nothing was changed.');
  });
});

describe('the third snooze', () => {
  async function thirdTime() {
    const world = await openBotWorld(database.db);
    const reminded = await remindedLead(world);
    await database.db.update(planSteps).set({ snoozes: 2 });
    const answer = await world.tapData(`v1:snooze:${reminded.stepId}:tomorrow`);
    const question = await world.last();
    return { world, ...reminded, answer, question };
  }

  it('asks what to do instead of snoozing', async () => {
    const { stepId, answer, question } = await thirdTime();
    expect(answer).toMatchObject({ text: 'You have put this off 2 times. I ask below.' });
    expect(question.text).toBe(
      `🤔 Step of day 0\nAnna Petrova · Acme\nYou have put this off 2 times. Snooze it once more, until ${tomorrow}, or rather do something about it?`,
    );
    expect(buttons(question)).toEqual([
      ['anyway', 'smaller'],
      ['drop', 'closeLead'],
    ]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent' });
  });

  it.each([
    ['anyway', `Snoozed until ${tomorrow}`, 'open'],
    ['drop', '➖ Step of day 0', 'skipped'],
    ['closeLead', 'Step of day 0', 'cancelled'],
  ] as const)('%s does it, and the question tells what became of the step', async (choice, words, status) => {
    const { world, leadId, question } = await thirdTime();
    await world.tap(question, choice);
    expect((await stepsOf(database.db, leadId))[0]).toMatchObject({ status });
    const after = await world.message(question.id);
    expect(after.text).toContain(words);
    expect(after.text).not.toContain('🤔');
  });

  it('Make it smaller asks for another name, and the next snooze is as the first', async () => {
    const { world, leadId, stepId, question } = await thirdTime();
    await world.tap(question, 'smaller');
    const ask = await world.last();
    expect(ask.text).toContain('What would be a smaller first step than Step of day 0?');
    expect((await world.say('x'.repeat(201), { replyTo: ask.id })).text).toContain('Nothing was changed');
    const done = await world.say('Send *two* dates', { replyTo: ask.id });
    expect(done.text).toBe('✂️ The step is now Send *two* dates. Its date and its draft are as they were.');
    expect((await stepsOf(database.db, leadId))[0]).toMatchObject({
      title: 'Send *two* dates',
      draft: 'Draft for day 0',
    });
    expect(await world.tapData(`v1:snooze:${stepId}:tomorrow`)).toMatchObject({
      text: `Snoozed until ${tomorrow}`,
    });
  });
});

describe('/snoozed', () => {
  const snooze = (world: BotWorld, stepId: string) => world.tapData(`v1:snooze:${stepId}:tomorrow`);

  it('lists what is snoozed, and wakes it', async () => {
    const world = await openBotWorld(database.db);
    expect((await world.say('/snoozed')).text).toBe('Nothing is snoozed.');
    const { stepId } = await remindedLead(world);
    await snooze(world, stepId);
    world.clock.advance(minutes(30));
    const list = await world.say('/snoozed');
    expect(world.complaints()).toEqual([]);
    expect(list.text).toBe(`💤 1 step is snoozed\n\n1. Step of day 0 · Anna Petrova\nuntil ${tomorrow}`);
    expect(buttons(list)).toEqual([['Wake 1'], ['openApp']]);
    expect(await world.tapData(`v1:wake:${stepId}`)).toMatchObject({ text: 'Its reminder comes now' });
    await world.tick('due-reminders');
    expect((await world.last()).text).toContain('🔔 Anna Petrova · Acme');
    expect(await world.tapData(`v1:wake:${stepId}`)).toMatchObject({ text: 'It is not snoozed any more' });
  });

  it('shows and wakes nothing of another person', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await remindedLead(world);
    await snooze(world, stepId);
    await world.say('/start', { from: max });
    const before = await reminderOf(database.db, stepId);
    expect((await world.say('/snoozed', { from: max })).text).toBe('Nothing is snoozed.');
    const notHere = { text: 'This is not here any more' };
    expect(await world.tapData(`v1:wake:${stepId}`, max)).toMatchObject(notHere);
    expect(await reminderOf(database.db, stepId)).toEqual(before);
  });

  it('lists a step no more once it was given another date', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await remindedLead(world);
    await snooze(world, stepId);
    const words = { title: 'Step', draft: '', dueLocal: '2026-10-14T10:00' };
    await editStep(database.db, { userId: olga, stepId, ...words, now: world.clock.now() });
    expect((await world.say('/snoozed')).text).toBe('Nothing is snoozed.');
  });
});
