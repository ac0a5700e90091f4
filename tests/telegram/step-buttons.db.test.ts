import { describe, expect, it } from 'vitest';
import { activities } from '../../server/db/schema.ts';
import { editLead } from '../../server/leads/mutations.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { button, buttons, formatted, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { planOf } from '../support/people.ts';
import { remindedLead, reminderOf, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

const countActivities = async () => (await database.db.select().from(activities)).length;

describe('Done on a reminder', () => {
  it('settles step and reminder, says so, and redraws the message with what is next', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, stepId, reminder } = await remindedLead(world);
    world.clock.advance(minutes(5));
    expect(await world.tap(reminder, 'done')).toMatchObject({ answered: true, text: '✅ Done' });
    expect((await stepsOf(database.db, leadId))[0]).toMatchObject({ status: 'done' });
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'done' });
    const redrawn = await world.message(reminder.id);
    expect(redrawn.text).toBe(
      '✅ Step of day 0\nAnna Petrova · Acme\nDone Mon 12 Oct, 09:05\nNext: Step of day 3, Thu 15 Oct, 09:00',
    );
    expect(formatted(redrawn)).toEqual(['strikethrough: Step of day 0', 'bold: Anna Petrova']);
    expect(buttons(redrawn)).toEqual([['undo', 'open']]);
  });

  it('changes nothing the second time, from an old picture of the message', async () => {
    const world = await openBotWorld(database.db);
    const { stepId, reminder } = await remindedLead(world);
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: world.clock.now() });
    const before = await countActivities();
    world.clock.advance(days(1));
    expect(await world.tap(reminder, 'done')).toMatchObject({ text: 'Already done on Mon 12 Oct, 09:00' });
    expect(await countActivities()).toBe(before);
  });

  it('counts once when it is tapped twice at the same moment', async () => {
    const world = await openBotWorld(database.db);
    const { reminder } = await remindedLead(world);
    const before = await countActivities();
    await world.tapTogether(reminder, 'done');
    expect(await countActivities()).toBe(before + 1);
  });
});

describe('Undo', () => {
  it('opens step and reminder again, and the same reminder is not sent twice', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    await world.tap(reminder, 'done');
    expect(await world.tap(await world.message(reminder.id), 'undo')).toMatchObject({ text: 'Open again' });
    expect((await stepsOf(database.db, leadId))[0]).toMatchObject({ status: 'open', settledAt: null });
    expect(buttons(await world.message(reminder.id))).toEqual(buttons(reminder));
    const before = (await world.messages()).length;
    world.clock.advance(minutes(30));
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(before);
  });

  it('on a step that is open says so', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await remindedLead(world);
    expect(await world.tapData(`v1:undo:${stepId}`)).toMatchObject({ text: 'It is open' });
  });
});

describe('Skip', () => {
  it('settles the step as skipped, and says when it was already', async () => {
    const world = await openBotWorld(database.db);
    const { stepId, reminder } = await remindedLead(world);
    expect(await world.tap(reminder, 'skip')).toMatchObject({ text: 'Skipped' });
    expect(await world.tapData(`v1:skip:${stepId}`)).toMatchObject({
      text: 'Already skipped on Mon 12 Oct, 09:00',
    });
    expect((await world.message(reminder.id)).text).toContain('➖ Step of day 0');
  });
});

describe('Copy draft', () => {
  it('is Telegram’s own copy button while the draft fits, and a message of its own when not', async () => {
    const world = await openBotWorld(database.db);
    const short = await remindedLead(world);
    expect(button(short.reminder, 'copy')).toMatchObject({ copy_text: { text: 'Draft for day 0' } });
    const plan = planOf(0);
    const draft = 'Hello *there* {x} '.repeat(20).trim();
    const steps = plan.steps.map((step) => ({ ...step, draft }));
    const long = await remindedLead(world, { name: 'Second', plan: { ...plan, steps } });
    await world.tap(long.reminder, 'copy');
    expect((await world.messages()).at(-2)?.text).toBe(draft);
  });

  it('comes in several messages when it is longer than one may be', async () => {
    const world = await openBotWorld(database.db);
    const plan = planOf(0);
    const draft = 'x'.repeat(9000);
    const { reminder } = await remindedLead(world, {
      plan: { ...plan, steps: plan.steps.map((step) => ({ ...step, draft })) },
    });
    const before = (await world.messages()).length;
    await world.tap(reminder, 'copy');
    // The last one asks whether it was sent.
    const sent = (await world.messages()).slice(before, -1).map(({ text }) => text);
    expect(sent.map((text) => text.length)).toEqual([4096, 4096, 808]);
  });
});

describe('a message about a step that changed elsewhere', () => {
  it('is redrawn when the lead is renamed, closed, or the step removed', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, stepId, reminder } = await remindedLead(world);
    const now = world.clock.now();
    const lead = { name: 'New *Name*', company: null, role: null, telegram: null, email: null };
    const more = { phone: null, source: null, notes: '', language: null };
    await editLead(database.db, { userId: olga, leadId, lead: { ...lead, ...more }, now });
    await world.settle();
    expect((await world.message(reminder.id)).text).toContain('🔔 New *Name*\n');
    await setLeadStatus(database.db, { userId: olga, leadId, status: 'won', now });
    await world.settle();
    expect((await world.message(reminder.id)).text).toContain('the lead is won');
    await removeStep(database.db, { userId: olga, stepId, now });
    await world.settle();
    expect((await world.message(reminder.id)).text).toBe('This step is no longer in the plan.');
  });
});
