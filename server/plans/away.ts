import { and, asc, eq } from 'drizzle-orm';
import { getUser, type User } from '../auth/users.ts';
import { rescheduleBriefings } from '../briefings/mutations.ts';
import type { Db } from '../db/client.ts';
import { acts, leads, planSteps, scheduledReminders as reminders, users } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import type { Lead } from '../leads/lock-lead.ts';
import { openLead } from '../leads/status.ts';
import { lockReminders } from '../reminders/change.ts';
import { lookAgain } from '../reminders/of-person.ts';
import { personTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import type { Period } from './around-away.ts';
import { type PeriodProblem, periodProblem } from './away-period.ts';
import type { Step } from './lock-step.ts';
import { lockLeadsOf } from './person-time-moves.ts';
import { type Reflow, reflow } from './reflow.ts';
import { saveShifted, toMove } from './ripple.ts';

/** One step that an absence moves, and whose it is. */
export type AwayMove = ToldMove & { lead: string };
export type AwayRefusal = { ok: false; reason: 'not-found' | PeriodProblem };
type AwayResult = { ok: true; moves: AwayMove[] } | AwayRefusal;

type Asked = { userId: number; now: Date };

/**
 * The person is away from the first to the last day, both included, "2026-08-01" in their own zone. Nothing is sent
 * meanwhile, and open relative steps are led around it (plans/around-away.ts). Another absence takes the place of the
 * one they had. Refused, and nothing changed, for no dates, an end before the start or before today, more than a year.
 */
export const setAway = (db: Db, { from, until, ...asked }: Asked & Period): Promise<AwayResult> =>
  changeAway(db, asked, { from, until });

/** The person is back, or does not go after all: what moved for days that they are not away comes back. */
export const endAway = (db: Db, asked: Asked): Promise<AwayResult> => changeAway(db, asked, null);

/** What setAway, or endAway for null, would move; nothing is written. */
export async function previewAway(
  db: Db,
  { userId, now, period }: Asked & { period: Period | null },
): Promise<AwayResult> {
  const user = await getUser(db, userId);
  const refused = refusal(user, period, now);
  if (!user || refused) return refused ?? { ok: false, reason: 'not-found' };
  return { ok: true, moves: (await reflowed(db, user, period, now)).flatMap(toMoves) };
}

function changeAway(db: Db, { userId, now }: Asked, period: Period | null): Promise<AwayResult> {
  return db.transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update');
    const refused = refusal(user ?? null, period, now);
    if (!user || refused) return refused ?? { ok: false, reason: 'not-found' };
    await lockLeadsOf(tx, userId);
    const changes = await reflowed(tx, user, period, now);
    // All at once, since another one may hold reminders of several leads.
    await lockReminders(tx, eq(reminders.userId, userId));
    for (const change of changes) await save(tx, { ...change, user, now });
    const columns = { awayFrom: period?.from ?? null, awayUntil: period?.until ?? null };
    await tx.update(users).set(columns).where(eq(users.id, userId));
    await lookAgain(tx, userId);
    await rescheduleBriefings(tx, userId, personTime({ ...user, ...columns }), now);
    return { ok: true, moves: changes.flatMap(toMoves) };
  });
}

type Change = Reflow & { lead: Lead };

const toMoves = ({ lead, shifted }: Change): AwayMove[] =>
  shifted.map((one) => ({ ...toMove(one), lead: lead.name }));

/** The leads with steps that another absence changes, in the order of their ids. */
async function reflowed(db: Db, user: User, period: Period | null, now: Date): Promise<Change[]> {
  const rows = await db
    .select({ lead: leads, step: planSteps })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(and(eq(leads.userId, user.id), openLead, eq(planSteps.status, 'open')))
    .orderBy(asc(leads.id), asc(planSteps.position));
  const byLead = new Map<string, { lead: Lead; steps: Step[] }>();
  for (const { lead, step } of rows) {
    const entry = byLead.get(lead.id) ?? { lead, steps: [] };
    entry.steps.push(step);
    byLead.set(lead.id, entry);
  }
  const person = personTime(user);
  return [...byLead.values()]
    .map(({ lead, steps }) => ({ lead, ...reflow(steps, person, period, now) }))
    .filter(({ shifted, renamed }) => shifted.length + renamed.length > 0);
}

async function save(tx: Db, { lead, shifted, renamed, user, now }: Change & { user: User; now: Date }) {
  for (const { id, moves } of renamed) await tx.update(planSteps).set({ moves }).where(eq(planSteps.id, id));
  await saveShifted(tx, { lead, user }, shifted, now);
  // What was before an earlier act does not fit, not even when the person is back: some days of it may be over.
  await tx.delete(acts).where(eq(acts.leadId, lead.id));
}

function refusal(user: User | null, period: Period | null, now: Date): AwayRefusal | null {
  if (!user) return { ok: false, reason: 'not-found' };
  const reason = period && periodProblem(period, inZone(now, personTime(user).timeZone).toPlainDate());
  return reason ? { ok: false, reason } : null;
}
