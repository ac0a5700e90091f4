import { describe, expect, it } from 'vitest';
import { leads } from '../../server/db/schema.ts';
import { sendFollowups } from '../../server/pollers/followups.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons, formatted, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, hours, minutes } from '../support/frozen-clock.ts';
import { makeLead, makeUser, monday } from '../support/people.ts';
import { plannedLead, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();

async function quietLeads(count: number, name = 'Lead'): Promise<BotWorld> {
  const world = await openBotWorld(database.db);
  await world.say('/start');
  await makeUser(database.db);
  for (let number = 1; number <= count; number += 1) {
    await makeLead(database.db, { name: `${name} ${number}`, now: new Date(monday.getTime() + number) });
  }
  world.clock.advance(days(3) + minutes(1));
  return world;
}

const nudges = async (world: BotWorld) => (await world.messages()).filter(({ text }) => text.startsWith('🕰'));

describe('a lead that went quiet', () => {
  it('is asked about after three days, by name, with what can be done', async () => {
    const world = await quietLeads(1, '*Lead* <b>');
    await world.tick('followups');
    const [nudge] = await nudges(world);
    expect(nudge?.text).toBe(
      '🕰 *Lead* <b> 1 · Acme\nQuiet for 3 days, and no step ahead.\n\nWhat should happen next?',
    );
    expect(nudge && formatted(nudge)).toEqual(['bold: *Lead* <b> 1']);
    expect(nudge && buttons(nudge)).toEqual([['draftPlan', 'notNow'], ['open']]);
  });

  it('is asked about once in three days, restart or not', async () => {
    const world = await quietLeads(1);
    await world.tick('followups');
    await world.tick('followups');
    await world.restart();
    world.clock.advance(hours(6));
    await world.tick('followups');
    expect(await nudges(world)).toHaveLength(1);
    // From Thursday on, three days end on a Sunday: the nudge waits for Monday.
    world.clock.advance(days(4) - hours(6));
    await world.tick('followups');
    expect(await nudges(world)).toHaveLength(2);
  });

  it('is asked about once when two processes look at the same moment', async () => {
    const world = await quietLeads(2);
    const { signal } = new AbortController();
    await Promise.all([sendFollowups(world.deps, signal), sendFollowups(world.deps, signal)]);
    expect(await nudges(world)).toHaveLength(2);
  });

  it('is not asked about while a step is still to come', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [7] });
    world.clock.advance(days(4));
    await world.tick('followups');
    expect(await nudges(world)).toHaveLength(0);
  });

  it('is not asked about outside the person’s hours or at the weekend', async () => {
    const world = await quietLeads(1);
    world.clock.moveTo(new Date('2026-10-15T21:00:00+02:00'));
    await world.tick('followups');
    world.clock.moveTo(new Date('2026-10-17T11:00:00+02:00'));
    await world.tick('followups');
    expect(await nudges(world)).toHaveLength(0);
    world.clock.moveTo(new Date('2026-10-19T09:00:00+02:00'));
    await world.tick('followups');
    expect(await nudges(world)).toHaveLength(1);
  });
});

describe('several leads that went quiet', () => {
  it('are three messages when they are three', async () => {
    const world = await quietLeads(3);
    await world.tick('followups');
    expect(await nudges(world)).toHaveLength(3);
  });

  it('are one list when they are more, and none of them is asked about again', async () => {
    const world = await quietLeads(4);
    await world.tick('followups');
    const [list, ...more] = await nudges(world);
    expect(more).toEqual([]);
    expect(list?.text).toContain('4 leads went quiet');
    expect(list?.text).toContain('Lead 1 · Acme · 3 days\nLead 2 · Acme');
    expect(list && buttons(list)).toEqual([['openApp']]);
    world.clock.advance(hours(1));
    await world.tick('followups');
    expect(await nudges(world)).toHaveLength(1);
  });
});

describe('the buttons of a nudge', () => {
  it('draft the next steps, and the message becomes the plan', async () => {
    const world = await quietLeads(1);
    await world.tick('followups');
    const nudge = await world.last();
    expect(await world.tap(nudge, 'draftPlan')).toMatchObject({ text: 'Drafting the plan…' });
    expect((await world.message(nudge.id)).text).toMatch(/^Lead 1 · Acme\nPlan “/);
    const [lead] = await database.db.select().from(leads);
    expect((await stepsOf(database.db, lead?.id ?? '')).length).toBeGreaterThanOrEqual(4);
  });

  it('postpone the question for three more days', async () => {
    const world = await quietLeads(1);
    await world.tick('followups');
    world.clock.advance(days(1));
    expect(await world.tap(await world.last(), 'notNow')).toMatchObject({
      text: 'All right, I will not ask for 3 days',
    });
    const [lead] = await database.db.select().from(leads);
    expect(lead?.lastNudgedAt).toEqual(world.clock.now());
  });
});

describe('a nudge that Telegram did not take', () => {
  it.each([
    ['429', false],
    ['403', false],
    ['500', true],
  ] as const)('after %s is counted as sent: %s', async (kind, counted) => {
    const world = await quietLeads(1);
    await world.fault({ kind, method: 'sendMessage', retryAfter: 60 });
    await world.tick('followups');
    const [lead] = await database.db.select().from(leads);
    expect(lead?.lastNudgedAt).toEqual(counted ? world.clock.now() : null);
    expect((await world.messages(olga)).filter(({ text }) => text.startsWith('🕰'))).toHaveLength(0);
  });

  it.each(['429', '403'] as const)('after %s the others are not tried at once', async (kind) => {
    const world = await quietLeads(3);
    await world.fault({ kind, method: 'sendMessage', retryAfter: 60 });
    await world.tick('followups');
    expect((await database.db.select().from(leads)).map((lead) => lead.lastNudgedAt)).toEqual([
      null,
      null,
      null,
    ]);
  });
});
