import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import {
  activities,
  chatMessages,
  leads,
  planRequests,
  planSteps,
  scheduledReminders,
} from '../../server/db/schema.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { max } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { remindedLead } from '../support/scenes.ts';

const database = openTestDatabase();

/** Everything that Olga's lead consists of. */
const everything = async (leadId: string) => ({
  lead: await database.db.select().from(leads).where(eq(leads.id, leadId)),
  steps: await database.db.select().from(planSteps),
  reminders: await database.db.select().from(scheduledReminders),
  activities: await database.db.select().from(activities),
  requests: await database.db.select().from(planRequests),
  messages: await database.db.select().from(chatMessages),
});

describe('a person who sends callback data with another person’s ids', () => {
  it.each(['done', 'undo', 'skip', 'snooze', 'snooze-menu', 'snooze-pick', 'draft', 'smaller'])(
    'finds no step to act on with "%s"',
    async (act) => {
      const world = await openBotWorld(database.db);
      const { leadId, stepId } = await remindedLead(world);
      await world.say('/start', { from: max });
      const before = await everything(leadId);
      expect(await world.tapData(`v1:${act}:${stepId}`, max)).toMatchObject({
        answered: true,
        text: 'This is not here any more',
      });
      expect(await everything(leadId)).toEqual(before);
      expect((await world.last(max)).text).toBe('carrier');
    },
  );

  it.each(['plan', 'quiet'])('finds no lead to act on with "%s"', async (act) => {
    const world = await openBotWorld(database.db);
    const { leadId } = await remindedLead(world);
    await world.say('/start', { from: max });
    const before = await everything(leadId);
    expect(await world.tapData(`v1:${act}:${leadId}`, max)).toMatchObject({
      answered: true,
      text: 'This is not here any more',
    });
    expect(await everything(leadId)).toEqual(before);
  });

  it('sees the same answer for an id that nobody has', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start', { from: max });
    const nobody = '9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e';
    for (const act of ['done', 'draft', 'plan', 'quiet']) {
      const answer = await world.tapData(`v1:${act}:${nobody}`, max);
      expect(answer.text).toBe('This is not here any more');
    }
  });

  it('sees nothing of the other in the lists', async () => {
    const world = await openBotWorld(database.db);
    await remindedLead(world);
    expect((await world.say('/leads', { from: max })).text).toContain('No leads yet');
    expect((await world.say('/today', { from: max })).text).toContain('Nothing to do today');
  });
});
