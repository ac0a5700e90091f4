import { and, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, users } from '../db/schema.ts';
import { type Lead, lockLead } from '../leads/lock-lead.ts';

export type Step = typeof planSteps.$inferSelect;
export type OwnedStep = { step: Step; lead: Lead; user: User };

/** A step of this person, with its lead locked first and then the step, so that acts at the same time wait in line. */
export async function lockStep(tx: Db, userId: number, stepId: string): Promise<OwnedStep | null> {
  const [found] = await tx
    .select({ leadId: planSteps.leadId })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(and(eq(planSteps.id, stepId), eq(leads.userId, userId)));
  if (!found) return null;
  const lead = await lockLead(tx, userId, found.leadId);
  const [step] = await tx.select().from(planSteps).where(eq(planSteps.id, stepId)).for('update');
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  return lead && step && user ? { step, lead, user } : null;
}
