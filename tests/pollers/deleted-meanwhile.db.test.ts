import type { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { scheduledReminders } from '../../server/db/schema.ts';
import { deleteLead, setLeadStatus } from '../../server/leads/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

/** Lets `act` happen once, right before or after Telegram takes the next message. */
function onFirstSend(api: Api, moment: 'before' | 'after', act: () => Promise<unknown>): Api {
  let done = false;
  api.config.use(async (previous, method, payload, signal) => {
    const first = method === 'sendMessage' && !done;
    if (first) done = true;
    if (first && moment === 'before') await act();
    const answer = await previous(method, payload, signal);
    if (first && moment === 'after') await act();
    return answer;
  });
  return api;
}

describe('a lead that is deleted', () => {
  it('before its reminder is due is never heard of again', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await plannedLead(world);
    await deleteLead(database.db, { userId: olga, leadId });
    expect(await database.db.select().from(scheduledReminders)).toHaveLength(0);
    world.clock.advance(days(30));
    await world.tick('due-reminders');
    await world.tick('followups');
    expect(await world.messages()).toHaveLength(1);
  });

  it('between the claim and its turn in the batch is not spoken of', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { name: 'First', plan: [0] });
    world.clock.advance(minutes(1));
    const second = await plannedLead(world, { name: 'Second', plan: [0], now: world.clock.now() });
    const act = () => deleteLead(database.db, { userId: olga, leadId: second.leadId });
    await world.restart({ api: onFirstSend(world.newApi(), 'before', act) });
    await world.tick('due-reminders');
    const texts = (await world.messages()).slice(1).map(({ text }) => text);
    expect(texts).toEqual([expect.stringContaining('🔔 First')]);
  });

  it.each(['before', 'after'] as const)(
    'right %s its message leaves: the message says so at once',
    async (moment) => {
      const world = await openBotWorld(database.db);
      const { leadId } = await plannedLead(world, { plan: [0] });
      const act = () => deleteLead(database.db, { userId: olga, leadId });
      await world.restart({ api: onFirstSend(world.newApi(), moment, act) });
      await world.tick('due-reminders');
      await world.settle();
      const message = await world.last();
      expect(message.text).toBe('🗑 This lead was deleted. Nothing more will be sent about it.');
      expect(message.keyboard).toBeUndefined();
      expect(world.complaints()).toEqual([]);
    },
  );
});

describe('a step that is settled while its message leaves', () => {
  it('stays done, and the message says so', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    const now = world.clock.now();
    const act = () => setStepStatus(database.db, { userId: olga, stepId, status: 'done', now });
    await world.restart({ api: onFirstSend(world.newApi(), 'before', act) });
    await world.tick('due-reminders');
    await world.settle();
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'done' });
    expect((await world.last()).text).toMatch(/^✅ Step of day 0/);
  });
});

describe('a lead that is won', () => {
  it('gets no more reminders, until it is open again', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await plannedLead(world, { plan: [0] });
    const now = world.clock.now();
    await setLeadStatus(database.db, { userId: olga, leadId, status: 'won', now });
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(1);
    await setLeadStatus(database.db, { userId: olga, leadId, status: 'meeting', now });
    await world.tick('due-reminders');
    expect((await world.last()).text).toContain('🔔 Anna Petrova');
  });
});
