import { expect, it } from 'vitest';
import { type Database, openPostgres } from '../../server/db/client.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, monday, planOf } from '../support/people.ts';
import { remindersOf, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const rounds = Array.from({ length: 12 }, (_, round) => round);

/** Another instance on the same PostgreSQL; on PGlite, which has one connection, the same. */
async function anotherInstance(): Promise<Database> {
  return database.url ? openPostgres(database.url) : { db: database.db, close: async () => {} };
}

const pending = async (leadId: string) =>
  (await remindersOf(database.db, leadId)).filter((reminder) => reminder.status === 'pending');

it('a lead that is closed while its new plan is saved has nothing to be sent', async () => {
  const other = await anotherInstance();
  for (const _ of rounds) {
    const { leadId } = await makePlannedLead(database.db);
    await Promise.all([
      savePlan(other.db, { leadId, plan: planOf(0, 1, 2, 3, 4, 5), now: monday }),
      setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday }),
    ]);
    expect(await pending(leadId)).toEqual([]);
  }
  await other.close();
});

it('a lead that is closed while its steps are opened again has nothing to be sent', async () => {
  const other = await anotherInstance();
  for (const _ of rounds) {
    const { leadId } = await makePlannedLead(database.db);
    const steps = await stepsOf(database.db, leadId);
    for (const { id: stepId } of steps)
      await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    await Promise.all([
      ...steps.map(({ id: stepId }) =>
        setStepStatus(other.db, { userId, stepId, status: 'open', now: monday }),
      ),
      setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday }),
    ]);
    expect(await pending(leadId)).toEqual([]);
  }
  await other.close();
});
