import { describe, expect, it } from 'vitest';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, hours, minutes } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { tapLabel } from '../support/tap-label.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();

/** As many leads with a step that is due, and the sender looks when `lateMs` have passed. */
async function dueSteps(count: number, lateMs = 0) {
  const world = await openBotWorld(database.db);
  const stepIds: string[] = [];
  for (let number = 1; number <= count; number += 1)
    stepIds.push((await plannedLead(world, { name: `L${number}`, plan: [0] })).stepId);
  world.clock.advance(lateMs);
  await world.tick('due-reminders');
  const rows = () => Promise.all(stepIds.map((stepId) => reminderOf(database.db, stepId)));
  return { world, stepIds, rows };
}

const namesIn = (lines: string[]) => lines.flatMap((line) => line.match(/L\d+/g) ?? []);
const names = (count: number) => Array.from({ length: count }, (_, index) => `L${index + 1}`);

/** The sender looks now and again for days, and the chat stays as it is. */
async function expectNothingMore(world: BotWorld) {
  const before = await told(world);
  for (const pause of [minutes(1), minutes(15), hours(1), days(1), days(7)]) {
    world.clock.advance(pause);
    await world.tick('due-reminders');
  }
  expect(await told(world)).toEqual(before);
}

describe('a reminder that comes late', () => {
  it('says when it was due', async () => {
    const { world } = await dueSteps(1, hours(2));
    expect((await world.last()).text).toMatch(
      /^🔔 L1 · Acme\nStep of day 0 · step 1 of 1\n⏳ Late: this was due Mon 12 Oct, 09:00\. I could not send it in time\.\n/,
    );
  });

  it('by a few minutes only says nothing of it', async () => {
    const { world } = await dueSteps(1, minutes(5));
    expect(await told(world)).toEqual(['🔔 L1']);
  });

  it('by more than a day is still a message of its own when it is the only one', async () => {
    const { world } = await dueSteps(1, hours(25));
    expect(await told(world)).toEqual(['⏳🔔 L1']);
    await expectNothingMore(world);
  });

  it('by more than a day, with others, is told in one digest that says so', async () => {
    const { world } = await dueSteps(3, hours(25));
    expect((await world.last()).text).toMatch(
      /^🔔 3 steps are due\n⏳ Late: I could not send these in time\.\n/,
    );
    expect(namesIn(await told(world)).sort()).toEqual(names(3));
    expect(await told(world)).toHaveLength(1);
    await expectNothingMore(world);
  });
});

describe('several reminders due in one chat', () => {
  it('are messages a second apart when they are two or three', async () => {
    const { world, rows } = await dueSteps(3);
    expect((await told(world)).sort()).toEqual(['🔔 L1', '🔔 L2', '🔔 L3']);
    const sentAt = (await rows()).map((row) => row.sentAt?.getTime() ?? 0).sort();
    expect(sentAt.map((at) => at - (sentAt[0] ?? 0))).toEqual([0, 1000, 2000]);
    await expectNothingMore(world);
  });

  it('are one digest when they are more, each with its buttons, and nothing of it is repeated', async () => {
    const { world, rows } = await dueSteps(4);
    const digest = await world.last();
    expect(digest.text).toMatch(/^🔔 4 steps are due\n\n1\. /);
    expect(namesIn(await told(world)).sort()).toEqual(names(4));
    expect(await told(world)).toHaveLength(1);
    expect(buttons(digest)[3]).toEqual(['✓ Done 4', 'Snooze 4', 'Skip 4', 'Open 4']);
    for (const row of await rows())
      expect(row).toMatchObject({ status: 'sent', messageId: digest.id, attempts: 1 });
    await expectNothingMore(world);
  });

  it('are two digests when one cannot hold them, a second apart, each step in one of them', async () => {
    const { world, rows } = await dueSteps(25);
    const headings = (await world.messages()).map(({ text }) => text.split('\n')[0]).slice(1);
    expect(headings).toEqual(['🔔 20 steps are due', '🔔 5 steps are due']);
    expect(namesIn(await told(world)).sort()).toEqual(names(25).sort());
    expect(new Set((await rows()).map(({ sentAt }) => sentAt?.getTime())).size).toBe(2);
    await expectNothingMore(world);
  });

  it('are fewer when the person settles some before their turn comes', async () => {
    const world = await openBotWorld(database.db);
    const first = await plannedLead(world, { name: 'L1', plan: [0] });
    await plannedLead(world, { name: 'L2', plan: [0] });
    await world.tapData(`v1:done:${first.stepId}`);
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 L2']);
  });
});

describe('Done on a button of a digest', () => {
  it('settles that step and redraws the message; the others wait on', async () => {
    const { world, stepIds } = await dueSteps(4);
    const digest = await world.last();
    const listed = namesIn(await told(world));
    const answer = await tapLabel(world, digest, '✓ Done 2');
    expect(answer).toMatchObject({ text: '✅ Done' });
    const redrawn = await world.message(digest.id);
    expect(redrawn.text).toMatch(/^🔔 3 steps are due\n/);
    expect(redrawn.text).toContain(`2. ${listed[1]} · Acme\n✅ Step of day 0 · done Mon 12 Oct, 09:00`);
    expect(buttons(redrawn)[1]).toEqual(['Undo 2', 'Open 2']);
    const statuses = new Map<string, string>();
    for (const [index, stepId] of stepIds.entries())
      statuses.set(`L${index + 1}`, (await reminderOf(database.db, stepId)).status);
    expect(listed.map((name) => statuses.get(name))).toEqual(['sent', 'done', 'sent', 'sent']);
    expect(await world.messages(olga)).toHaveLength(2);
  });
});
