import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { scheduledReminders } from '../../server/db/schema.ts';
import { createRecorder } from '../../server/pollers/sender/recorder.ts';
import { claimDue } from '../../server/reminders/claim.ts';
import type { Outcome } from '../../server/reminders/settle.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { dueChats } from '../support/many-chats.ts';
import { monday } from '../support/people.ts';
import { reminderOf } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';
import { committedButUnheard, shakyDb } from '../support/shaky-db.ts';
import { tellingOf } from '../support/told.ts';

const database = openTestDatabase();

/** No message has such a number, and no row can hold it: a message whose outcome cannot be recorded. */
const poison = { messageId: 0.5 };

/** A recorder on a database that may fail, and the outcomes of as many messages that Telegram took. */
async function sentMessages(count: number) {
  const world = await openBotWorld(database.db);
  const shaky = shakyDb(database.db);
  const chats = await dueChats(database.db, count);
  const { instance, clock } = world.deps;
  const claim = await claimDue(database.db, { now: clock.now(), instance, limit: 10, rate: 0 });
  if (!('messages' in claim)) throw new Error('the gate is closed');
  const outcomes = claim.messages.map(
    (message, index): Outcome => ({ message, event: 'deliver', messageId: index + 1, versions: [] }),
  );
  const recorder = createRecorder({ ...world.deps, db: shaky.db });
  const ids = claim.messages.flatMap(({ reminders }) => reminders.map(({ id }) => id)).sort();
  const statuses = async () =>
    (await Promise.all(chats.map(({ stepId }) => reminderOf(database.db, stepId)))).map((row) => row.status);
  return { world, shaky, recorder, outcomes, ids, statuses };
}

describe('outcomes that wait to be recorded', () => {
  it('are known until they are written, also while they are written one by one', async () => {
    const { shaky, recorder, outcomes, ids, statuses } = await sentMessages(3);
    const known: string[][] = [];
    let fails = true;
    shaky.onTransaction(async (run) => {
      known.push(recorder.waiting().sort());
      if (fails) {
        fails = false;
        throw new Error('one of them is in the way');
      }
      return run();
    });
    recorder.push(outcomes);
    await recorder.idle();
    expect(known).toEqual([ids, ids, ids, ids]);
    expect(recorder.waiting()).toEqual([]);
    expect(await statuses()).toEqual(['sent', 'sent', 'sent']);
  });

  it('are written although the database failed once while it was there', async () => {
    const { shaky, recorder, outcomes, statuses } = await sentMessages(1);
    shaky.onTransaction(() => {
      shaky.onTransaction();
      throw new Error('deadlock detected');
    });
    recorder.push(outcomes);
    await recorder.idle();
    expect(await statuses()).toEqual(['sent']);
  });

  it('may be written twice, when the answer to the first time was lost', async () => {
    const { shaky, recorder, outcomes, statuses } = await sentMessages(2);
    shaky.onTransaction((run) => {
      shaky.onTransaction();
      return committedButUnheard(run);
    });
    recorder.push(outcomes);
    await recorder.idle();
    expect(await statuses()).toEqual(['sent', 'sent']);
  });
});

describe('a message whose outcome cannot be recorded', () => {
  /** Telegram takes three messages; what it says to the first makes no sense. */
  async function poisonedWorld() {
    const world = await openBotWorld(database.db);
    const telegram = await openScriptedTelegram();
    const chats = await dueChats(database.db, 3);
    const [first, ...others] = chats;
    if (!first) throw new Error('no chats');
    telegram.answer(({ chatId }) => (chatId === first.userId ? poison : undefined));
    const shaky = shakyDb(database.db);
    await world.restart({ api: telegram.api(), db: shaky.db });
    await world.tick('due-reminders');
    return { world, telegram, shaky, first, others };
  }

  it('does not keep the others from being recorded, and is logged', async () => {
    const { world, first, others } = await poisonedWorld();
    for (const { stepId } of others)
      expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent', claimedBy: null });
    const { id, status } = await reminderOf(database.db, first.stepId);
    expect(status).toBe('sending');
    expect(world.complaints()).toContainEqual(
      expect.objectContaining({
        ...{ level: 50, reminderIds: [id] },
        msg: expect.stringMatching(/^a message could not be recorded: a bug/),
      }),
    );
  });

  it('is told of as unconfirmed when its lease is over', async () => {
    const { world, telegram, first } = await poisonedWorld();
    await database.db.execute(sql`update scheduled_reminders set lease_until = now() - interval '1 second'`);
    telegram.answer(() => undefined);
    await world.tick('heartbeat');
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    const heard = telegram.sent.filter(({ chatId }) => chatId === first.userId);
    expect(tellingOf(heard)).toEqual(['🔔 Lead 1', '⚠️ Lead 1']);
    expect(await reminderOf(database.db, first.stepId)).toMatchObject({ status: 'sent' });
  });

  it('is not sent again as it was when the answer to a claim is lost meanwhile', async () => {
    const { world, telegram, shaky, first, others } = await poisonedWorld();
    const again = { status: 'pending', sendAt: monday, lastRemindedAt: null } as const;
    await database.db
      .update(scheduledReminders)
      .set(again)
      .where(eq(scheduledReminders.stepId, others[0]?.stepId ?? ''));
    world.clock.advance(minutes(1));
    shaky.onTransaction((run) => {
      shaky.onTransaction();
      return committedButUnheard(run);
    });
    await world.tick('due-reminders');
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    const heard = telegram.sent.filter(({ chatId }) => chatId === first.userId);
    expect(tellingOf(heard)).toEqual(['🔔 Lead 1']);
  });
});
