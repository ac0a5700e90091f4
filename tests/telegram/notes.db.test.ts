import { and, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { activities, leads } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { formatted, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { monday } from '../support/people.ts';
import { remindedLead } from '../support/scenes.ts';

const database = openTestDatabase();

const notesOf = (leadId: string) =>
  database.db
    .select()
    .from(activities)
    .where(and(eq(activities.leadId, leadId), eq(activities.kind, 'note')));

describe('a reply to a reminder', () => {
  it('is a note to its lead, word for word', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world, { name: '*_[](~' });
    const answer = await world.say("wants *two* seats <b>, O'Neil {x}", { replyTo: reminder.id });
    expect(answer.text).toBe('📝 Noted for *_[](~.');
    expect(formatted(answer)).toEqual(['bold: *_[](~']);
    expect(await notesOf(leadId)).toMatchObject([
      { text: "wants *two* seats <b>, O'Neil {x}", userId: olga },
    ]);
  });

  it('is a note even when it looks like a lead', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    await world.say('Max Weber, CEO at Weber GmbH', { replyTo: reminder.id });
    expect(await notesOf(leadId)).toHaveLength(1);
    expect(await database.db.select().from(leads)).toHaveLength(1);
  });

  it('of more than 4000 characters is refused and not cut', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    const answer = await world.say('x'.repeat(4001), { replyTo: reminder.id });
    expect(answer.text).toContain('too long');
    expect(await notesOf(leadId)).toHaveLength(0);
  });

  it('after the lead was deleted says so and saves nothing', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    await deleteLead(database.db, { userId: olga, leadId, now: monday });
    const answer = await world.say('too late', { replyTo: reminder.id });
    expect(answer.text).toContain('That lead was deleted');
    expect(await database.db.select().from(activities)).toHaveLength(0);
    expect((await world.message(reminder.id)).text).toContain('This lead was deleted');
  });
});

describe('a reply to another person’s message number', () => {
  it('reaches nothing of theirs', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder } = await remindedLead(world);
    await world.say('/start', { from: max });
    const person = { id: max, is_bot: false, first_name: 'Max' };
    const chat = { id: max, type: 'private', first_name: 'Max' };
    const original = { message_id: reminder.id, date: 1, chat, text: 'forged' };
    const message = { message_id: 9_000, date: 2, chat, from: person, text: 'mine now' };
    // The answer to a message that is not there fails in Telegram: what counts is that no note was written.
    expect(await world.post({ update_id: 5, message: { ...message, reply_to_message: original } })).toBe(200);
    expect(await notesOf(leadId)).toHaveLength(0);
  });
});
