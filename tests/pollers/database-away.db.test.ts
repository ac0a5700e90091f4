import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { scheduledReminders } from '../../server/db/schema.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { days, minutes } from '../support/frozen-clock.ts';
import { dueChats } from '../support/many-chats.ts';
import { monday } from '../support/people.ts';
import { reminderOf } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { committedButUnheard, shakyDb } from '../support/shaky-db.ts';
import { tellingOf } from '../support/told.ts';

const database = openTestDatabase();
const soon = new Date(monday.getTime() + minutes(1));

/** A sender on a database that may go away. Lead 1 is due now, the others a minute later or as told. */
async function shakyWorld(count: number, { othersDueAt = monday } = {}) {
  const world = await openBotWorld(database.db);
  const [telegram, shaky] = [await openScriptedTelegram(), shakyDb(database.db)];
  const chats = await dueChats(database.db, count);
  for (const { stepId } of chats.slice(1))
    await database.db
      .update(scheduledReminders)
      .set({ sendAt: othersDueAt })
      .where(eq(scheduledReminders.stepId, stepId));
  await world.restart({ api: telegram.api(), db: shaky.db });
  return { world, telegram, shaky, chats };
}

type Chats = Awaited<ReturnType<typeof dueChats>>;
const rowsOf = (chats: Chats) => Promise.all(chats.map(({ stepId }) => reminderOf(database.db, stepId)));
const logged = (world: BotWorld, msg: string) =>
  eventually(() => world.complaints().some((line) => line.msg === msg));
const loseNextClaim = ({ onTransaction }: ReturnType<typeof shakyDb>) =>
  onTransaction((run) => {
    onTransaction();
    return committedButUnheard(run);
  });
const pollerFailed = 'a poller failed; it tries again at its next tick';

describe('a database that goes away while messages are on their way', () => {
  it('learns what was sent when it is back, and nothing goes out twice', async () => {
    const { world, telegram, shaky, chats } = await shakyWorld(3);
    const release = telegram.hold();
    const ticking = world.tick('due-reminders');
    await telegram.untilAsked(3);
    shaky.goAway();
    release();
    await logged(world, 'sent messages could not be recorded yet');
    expect((await rowsOf(chats)).map(({ status }) => status)).toEqual(['sending', 'sending', 'sending']);
    shaky.comeBack();
    await ticking;
    for (const row of await rowsOf(chats))
      expect(row).toMatchObject({ status: 'sent', attempts: 1, claimedBy: null });
    for (const pause of [minutes(1), minutes(15), days(1)]) {
      world.clock.advance(pause);
      await world.tick('due-reminders');
    }
    expect(tellingOf(telegram.asked).sort()).toEqual(['🔔 Lead 1', '🔔 Lead 2', '🔔 Lead 3']);
  });

  it('before anything was claimed costs nothing: it is all sent when it is back', async () => {
    const { world, telegram, shaky } = await shakyWorld(2);
    shaky.goAway();
    await world.tick('due-reminders');
    await world.tick('due-reminders');
    expect(telegram.asked).toEqual([]);
    shaky.comeBack();
    await world.tick('due-reminders');
    expect(tellingOf(telegram.asked).sort()).toEqual(['🔔 Lead 1', '🔔 Lead 2']);
  });

  it('is awaited by a program that stops, for what it sent has to be written down', async () => {
    const { world, telegram, shaky, chats } = await shakyWorld(1);
    const release = telegram.hold();
    const ticking = world.tick('due-reminders');
    await telegram.untilAsked(1);
    shaky.goAway();
    const stopped = world.restart();
    release();
    await logged(world, 'sent messages could not be recorded yet');
    shaky.comeBack();
    await Promise.all([stopped, ticking]);
    expect(await rowsOf(chats)).toMatchObject([{ status: 'sent', attempts: 1, claimedBy: null }]);
  });
});

describe('a claim whose answer was lost', () => {
  it('comes back at the next look, and is sent once, as if it had never been claimed', async () => {
    const { world, telegram, shaky, chats } = await shakyWorld(2);
    loseNextClaim(shaky);
    await world.tick('due-reminders');
    expect(telegram.asked).toEqual([]);
    for (const row of await rowsOf(chats)) expect(row).toMatchObject({ status: 'sending', attempts: 1 });
    await world.tick('due-reminders');
    expect(tellingOf(telegram.asked).sort()).toEqual(['🔔 Lead 1', '🔔 Lead 2']);
    for (const row of await rowsOf(chats)) expect(row).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('does not take along what is on its way', async () => {
    const { world, telegram, shaky, chats } = await shakyWorld(2, { othersDueAt: soon });
    const release = telegram.hold();
    const first = world.tick('due-reminders');
    await telegram.untilAsked(1);
    world.clock.moveTo(soon);
    loseNextClaim(shaky);
    const second = world.tick('due-reminders');
    await logged(world, pollerFailed);
    // For the chat, the lost claim was a message: it has its second of quiet.
    world.clock.advance(1000);
    const third = world.tick('due-reminders');
    await telegram.untilAsked(2);
    release();
    await Promise.all([first, second, third]);
    expect(tellingOf(telegram.asked)).toEqual(['🔔 Lead 1', '🔔 Lead 2']);
    for (const row of await rowsOf(chats)) expect(row).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('does not take along what was sent and is not recorded yet', async () => {
    const { world, telegram, shaky, chats } = await shakyWorld(2, { othersDueAt: soon });
    const release = telegram.hold();
    const first = world.tick('due-reminders');
    await telegram.untilAsked(1);
    shaky.goAway();
    release();
    await logged(world, 'sent messages could not be recorded yet');
    world.clock.moveTo(soon);
    // It is back for the claim, and lost before it can say so.
    let answers = 0;
    shaky.onTransaction(async (run) => {
      answers += 1;
      if (answers > 1) return run();
      return committedButUnheard(run);
    });
    shaky.comeBack();
    const second = world.tick('due-reminders');
    await Promise.all([first, second]);
    await world.tick('due-reminders');
    expect(tellingOf(telegram.asked)).toEqual(['🔔 Lead 1', '🔔 Lead 2']);
    for (const row of await rowsOf(chats)) expect(row).toMatchObject({ status: 'sent', claimedBy: null });
  });
});
