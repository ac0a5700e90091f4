import { and, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps } from '../db/schema.ts';
import { explainDue } from '../plans/explain.ts';
import { personTime } from '../time/person.ts';

/** "Why then?" about a step of this person, in one sentence; null when it is not there, or somebody else's. */
export async function getDueWhy(db: Db, user: User, stepId: string): Promise<string | null> {
  const [row] = await db
    .select({ step: planSteps })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(and(eq(planSteps.id, stepId), eq(leads.userId, user.id)));
  return row ? explainDue(row.step, personTime(user)) : null;
}
