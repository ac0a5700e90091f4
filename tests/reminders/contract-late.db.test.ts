import { describe, expect, it } from 'vitest';
import { savePlan } from '../../server/plans/mutations.ts';
import { listStepCards } from '../../server/views/step-card.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { claim, claimOne, sent, settle } from '../support/reminders.ts';
import { later, one } from '../support/rows.ts';

/** Cadence contract, T14: the server was down. */
const database = openTestDatabase();

async function leads(count: number): Promise<void> {
  await makeUser(database.db);
  for (let index = 0; index < count; index++) {
    const leadId = await makeLead(database.db, { name: `Lead ${index}` });
    await savePlan(database.db, { leadId, plan: planOf(0, 3, 7, 14), now: monday });
  }
}

describe('T14: after the server was down', () => {
  it('for three hours: one late message, marked with the time it was due', async () => {
    await makePlannedLead(database.db);
    const now = later({ hours: 3 });
    const message = await claimOne(database.db, now);
    expect(message).toMatchObject({ kind: 'reminder', reminders: [{}] });
    const { stepId } = one(message.reminders);
    const card = (await listStepCards(database.db, [stepId], now)).get(stepId);
    expect(card).toMatchObject({ late: 'Mon 12 Oct, 09:00', nudge: false });
  });

  it('for a week: one digest with one step of each lead, and nothing after it', async () => {
    await leads(3);
    const now = later({ days: 7, hours: 2 });
    const digest = await claimOne(database.db, now);
    expect(digest.kind).toBe('digest');
    expect(new Set(digest.reminders.map(({ leadId }) => leadId)).size).toBe(3);
    expect(digest.reminders).toHaveLength(3);
    await settle(database.db, digest, sent(), now);
    expect(await claim(database.db, later({ days: 7, hours: 3 }))).toEqual([]);
  });
});
