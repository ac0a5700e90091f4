import type { Api } from 'grammy';
import { describe, expect, it } from 'vitest';
import { scheduledReminders } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, hours } from '../support/frozen-clock.ts';
import { monday } from '../support/people.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { shakyDb } from '../support/shaky-db.ts';
import { told } from '../support/told.ts';

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

/** A database on which `act` happens once, right after the next transaction: the claim. */
function afterClaim(act: () => Promise<unknown>) {
  const shaky = shakyDb(database.db);
  shaky.onTransaction(async (run) => {
    shaky.onTransaction();
    const claimed = await run();
    await act();
    return claimed;
  });
  return shaky.db;
}

describe('a lead that is deleted', () => {
  it('before its reminder is due is never heard of again', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await plannedLead(world);
    await deleteLead(database.db, { userId: olga, leadId, now: monday });
    expect(await database.db.select().from(scheduledReminders)).toHaveLength(0);
    world.clock.advance(days(30));
    await world.tick('due-reminders');
    await world.tick('followups');
    expect(await world.messages()).toHaveLength(1);
  });

  it('between the claim and the message is not spoken of', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await plannedLead(world, { plan: [0] });
    await world.restart({
      db: afterClaim(() => deleteLead(database.db, { userId: olga, leadId, now: monday })),
    });
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    expect(world.complaints()).toEqual([]);
  });

  it('between the claim and a digest of it and others is left out of it', async () => {
    const world = await openBotWorld(database.db);
    const { leadId } = await plannedLead(world, { name: 'Gone', plan: [0] });
    for (const name of ['A', 'B', 'C', 'D']) await plannedLead(world, { name, plan: [0] });
    await world.restart({
      db: afterClaim(() => deleteLead(database.db, { userId: olga, leadId, now: monday })),
    });
    await world.tick('due-reminders');
    await world.settle();
    expect(await told(world)).toEqual([expect.stringMatching(/^🔔 ([ABCD], ){3}[ABCD]$/)]);
    expect(world.complaints()).toEqual([]);
  });

  it.each(['before', 'after'] as const)(
    'right %s its message leaves: the message says so at once',
    async (moment) => {
      const world = await openBotWorld(database.db);
      const { leadId } = await plannedLead(world, { plan: [0] });
      const act = () => deleteLead(database.db, { userId: olga, leadId, now: monday });
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

  it('right after the claim gets no message, until that is taken back', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    const act = { userId: olga, stepId, now: world.clock.now() };
    await world.restart({ db: afterClaim(() => setStepStatus(database.db, { ...act, status: 'done' })) });
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'done', claimedBy: null });
    await setStepStatus(database.db, { ...act, status: 'open' });
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });
});

describe('a step that is snoozed while its message leaves', () => {
  it('comes again at the new time, and the message says until when it sleeps', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    const act = () => snoozeStep(database.db, { userId: olga, stepId, to: '1h', now: world.clock.now() });
    await world.restart({ api: onFirstSend(world.newApi(), 'after', act) });
    await world.tick('due-reminders');
    await world.settle();
    expect((await world.last()).text).toMatch(/^💤 Step of day 0\n.*\nSnoozed until Mon 12 Oct, 10:00/);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', claimedBy: null });
    world.clock.advance(hours(1));
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
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
    await setStatusAndRestore(database.db, { userId: olga, leadId, status: 'meeting', now });
    await world.tick('due-reminders');
    expect((await world.last()).text).toContain('🔔 Anna Petrova');
  });
});
