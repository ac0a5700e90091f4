import { and, asc, eq, ilike, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planRequests, planSteps, plans, scheduledReminders as reminders } from '../db/schema.ts';
import { isClosed, isResting, type LeadStatus } from '../leads/status.ts';
import { personTime } from '../time/person.ts';
import { dueView, momentWords } from '../time/when.ts';
import { eventOfAnchor } from './events.ts';
import type { LeadCard, LeadsView } from './lead-view.ts';
import { pauseOf } from './pause-view.ts';

/** Which leads to show: words in name, company, role or notes, and a status or "overdue". */
export type LeadFilter = { search?: string; status?: LeadStatus | 'overdue' };

type LeadRow = Awaited<ReturnType<typeof selectLeads>>[number];

/** A person's leads, the nearest next step first, then the quiet ones, closed ones last; counts ignore the filter. */
export async function getLeads(db: Db, user: User, filter: LeadFilter, now: Date): Promise<LeadsView> {
  const rows = await selectLeads(db, eq(leads.userId, user.id));
  const matching = filter.search
    ? new Set((await selectMatching(db, user.id, filter.search)).map((lead) => lead.id))
    : null;
  const cards = rows.map((row) => toLeadCard(row, user, now));
  const counts = { new: 0, contacted: 0, meeting: 0, proposal: 0, won: 0, lost: 0 };
  for (const card of cards) counts[card.status] += 1;
  return {
    leads: cards
      .filter((card) => (matching?.has(card.id) ?? true) && fits(card, filter.status))
      .sort(byNextStep),
    open: cards.filter((card) => !isClosed(card.status)).length,
    overdue: cards.filter(isOverdue).length,
    counts,
  };
}

/** One lead of a person as a card; null when it is not theirs. */
export async function getLeadCard(db: Db, user: User, leadId: string, now: Date): Promise<LeadCard | null> {
  const [row] = await selectLeads(db, and(eq(leads.userId, user.id), eq(leads.id, leadId)));
  return row ? toLeadCard(row, user, now) : null;
}

/** Leads with what a card needs; the correlated subqueries are served by the indexes on lead_id. */
function selectLeads(db: Db, which: SQL | undefined) {
  // In a nested `sql` on purpose: at the top of a selected one drizzle leaves the table's name out, and "id" is any id.
  const belongs = (leadId: SQLWrapper) => sql`${leadId} = ${leads.id}`;
  const ofLead = belongs(planSteps.leadId);
  const countSteps = (which: SQL) =>
    sql`(select count(*) from ${planSteps} where ${ofLead} and ${which})`.mapWith(Number);
  const next = (column: SQLWrapper) =>
    sql`(select ${column} from ${planSteps} where ${ofLead} and ${planSteps.status} = 'open'
      order by ${planSteps.dueAt}, ${planSteps.position} limit 1)`;
  return db
    .select({
      lead: leads,
      hasPlan: sql<boolean>`exists (select from ${plans} where ${belongs(plans.leadId)})`,
      request: sql<
        'pending' | 'working' | 'done' | 'failed' | 'cancelled' | null
      >`(select ${planRequests.status}
        from ${planRequests} where ${belongs(planRequests.leadId)} and ${planRequests.kind} = 'plan'
        order by ${planRequests.createdAt} desc, ${planRequests.status} limit 1)`,
      total: countSteps(sql`${planSteps.status} <> 'cancelled'`),
      settled: countSteps(sql`${planSteps.status} in ('done', 'skipped')`),
      nextId: next(planSteps.id).mapWith(planSteps.id),
      nextTitle: next(planSteps.title).mapWith(planSteps.title),
      nextAnchor: next(planSteps.anchor).mapWith(planSteps.anchor),
      nextDueAt: next(planSteps.dueAt).mapWith(planSteps.dueAt),
      nextSnoozedTo: sql`(select ${reminders.dueAt} from ${reminders}
        where ${reminders.stepId} = ${next(planSteps.id)} and ${reminders.snoozedAt} is not null)`.mapWith(
        reminders.dueAt,
      ),
    })
    .from(leads)
    .where(which)
    .orderBy(asc(leads.createdAt), asc(leads.name), asc(leads.id));
}

function selectMatching(db: Db, userId: number, search: string) {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const fields = [leads.name, leads.company, leads.role, leads.notes];
  return db
    .select({ id: leads.id })
    .from(leads)
    .where(and(eq(leads.userId, userId), or(...fields.map((field) => ilike(field, pattern)))));
}

function toLeadCard(row: LeadRow, user: User, now: Date): LeadCard {
  const { id, name, company, role, status } = row.lead;
  return {
    id,
    name,
    company,
    role,
    status,
    progress: { settled: row.settled, total: row.total },
    next: isResting(row.lead) ? null : nextStep(row, user, now),
    waitsFor: isClosed(status) || row.nextDueAt ? null : eventOfAnchor(row.nextAnchor),
    pause: pauseOf(row.lead, personTime(user), now),
    planState: planState(row),
  };
}

function nextStep(row: LeadRow, user: User, now: Date): LeadCard['next'] {
  if (!row.nextDueAt) return null;
  const { timeZone } = personTime(user);
  const asleep = row.nextSnoozedTo && row.nextSnoozedTo > now;
  return {
    stepId: row.nextId,
    title: row.nextTitle,
    due: dueView(row.nextDueAt, now, timeZone),
    snoozed: asleep ? momentWords(row.nextSnoozedTo, now, timeZone) : null,
  };
}

function planState({ request, hasPlan }: LeadRow): LeadCard['planState'] {
  if (request === 'pending' || request === 'working') return 'drafting';
  if (hasPlan) return 'ready';
  if (request === 'cancelled') return 'stopped';
  return request === 'failed' ? 'failed' : 'none';
}

const isOverdue = (card: LeadCard) => card.next?.due.tone === 'late';

const fits = (card: LeadCard, status: LeadFilter['status']) =>
  status === undefined || (status === 'overdue' ? isOverdue(card) : card.status === status);

/** "9999" sorts after every date, and closed leads after the quiet ones. */
const sortKey = (card: LeadCard) => card.next?.due.at ?? (isClosed(card.status) ? '9999-2' : '9999-1');
const byNextStep = (a: LeadCard, b: LeadCard) => sortKey(a).localeCompare(sortKey(b));
