import { eq } from 'drizzle-orm';
import { rememberUser, type User } from '../../server/auth/users.ts';
import type { Db } from '../../server/db/client.ts';
import { users } from '../../server/db/schema.ts';
import { leadInput } from '../../server/leads/input.ts';
import { createLead } from '../../server/leads/mutations.ts';
import type { DraftedPlan } from '../../server/plans/draft.ts';
import { savePlan } from '../../server/plans/mutations.ts';

/** Monday, 12 October 2026, 09:00 in Berlin: the week of the cadence contract. */
export const monday = new Date('2026-10-12T07:00:00Z');

/** A person in Berlin (unless told otherwise) who pressed Start. */
export async function makeUser(
  db: Db,
  { id = 1001, timeZone = 'Europe/Berlin', now = monday } = {},
): Promise<User> {
  await rememberUser(db, { id, firstName: `User ${id}`, now });
  const [user] = await db.update(users).set({ timeZone }).where(eq(users.id, id)).returning();
  if (!user) throw new Error('no user');
  return user;
}

/** A lead of that person, without a plan and without a request for one. */
export function makeLead(
  db: Db,
  { userId = 1001, name = 'Anna Petrova', company = 'Acme', now = monday } = {},
): Promise<string> {
  return createLead(db, { userId, lead: leadInput.parse({ name, company }), now });
}

/** A plan with one step for each number of days. */
export function planOf(...delayDays: number[]): DraftedPlan {
  return {
    title: 'Test plan',
    draftedBy: 'event-contact',
    steps: delayDays.map((days) => ({
      title: `Step of day ${days}`,
      why: `Because it is day ${days}.`,
      draft: `Draft for day ${days}`,
      delayDays: days,
      timing: '',
    })),
  };
}

/** A person, a lead and its saved plan: Day 0, 3, 7 and 14 of the cadence contract unless told otherwise. */
export async function makePlannedLead(db: Db, { days = [0, 3, 7, 14], now = monday } = {}) {
  const user = await makeUser(db, { now });
  const leadId = await makeLead(db, { now });
  await savePlan(db, { leadId, plan: planOf(...days), now });
  return { user, leadId };
}
