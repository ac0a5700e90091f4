import { and, asc, desc, eq, gt } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, proposals, planRequests as requests } from '../db/schema.ts';
import { getEventDates } from '../plans/bases.ts';
import { getEditTimes, goneReason } from '../plans/proposals/change-gone.ts';
import { reasonOf } from '../plans/writing/no-answer.ts';
import { personTime } from '../time/person.ts';
import { momentWords } from '../time/when.ts';
import { earliestOpen } from './around-step.ts';
import { toChangeView } from './change-view.ts';
import type { ChangeView, ProposalView } from './proposal-view.ts';
import { toldMs } from './told-ms.ts';

type Row = typeof proposals.$inferSelect;
type Request = Pick<typeof requests.$inferSelect, 'status' | 'stage' | 'lastError'>;

/** The proposed changes of this person's lead at `now`; null when there are none, or they are somebody else's. */
export async function getProposalView(
  db: Db,
  user: User,
  proposalId: string,
  now: Date,
): Promise<ProposalView | null> {
  const mine = and(eq(proposals.id, proposalId), eq(proposals.userId, user.id));
  const [row] = await db.select().from(proposals).where(mine);
  return row ? toView(db, user, row, now) : null;
}

/**
 * Of the proposals about a lead the one that is thought about, else the one to decide on, else the latest as long as it
 * came to nothing lately; null otherwise.
 */
export async function getCurrentProposal(
  db: Db,
  user: User,
  leadId: string,
  now: Date,
): Promise<ProposalView | null> {
  const ofLead = and(eq(proposals.leadId, leadId), eq(proposals.userId, user.id));
  const [row] = await db.select().from(proposals).where(ofLead).orderBy(desc(proposals.createdAt)).limit(1);
  const latest = row ? await toView(db, user, row, now) : null;
  if (!row || !latest) return null;
  if (latest.state === 'thinking' || latest.state === 'open') return latest;
  const [open] = await db
    .select()
    .from(proposals)
    .where(and(ofLead, eq(proposals.status, 'open')));
  const older = open ? await toView(db, user, open, now) : null;
  const cameToNothing = latest.state === 'nothing' || latest.state === 'failed';
  const told = cameToNothing && now.getTime() - row.createdAt.getTime() < toldMs ? latest : null;
  return older?.state === 'open' ? { ...older, newer: told } : told;
}

async function toView(db: Db, user: User, row: Row, now: Date): Promise<ProposalView | null> {
  const { id, name, company } = leads;
  const [lead] = await db.select({ id, name, company }).from(leads).where(eq(leads.id, row.leadId));
  if (!lead) return null;
  const steps = await db
    .select()
    .from(planSteps)
    .where(eq(planSteps.leadId, lead.id))
    .orderBy(asc(planSteps.position));
  const person = personTime(user);
  const words = (at: Date) => momentWords(at, now, person.timeZone);
  const events = await getEventDates(db, lead.id);
  const ids = steps.map((step) => step.id);
  const edits = row.items.length > 0 ? await getEditTimes(db, ids) : new Map();
  const placing = { from: row.createdAt, events, person, now };
  const changes = row.items.map((change) => {
    const open = change.state === 'open' || change.state === 'gone';
    const gone = open ? goneReason(change, steps, { edits, askedAt: row.createdAt }) : null;
    return toChangeView(change, { gone, steps, placing, words });
  });
  const request = await getRequest(db, row);
  const next = earliestOpen(steps);
  return {
    ...{ id: row.id, lead, because: row.because, changes, newer: null },
    state: stateOf(row, { request, changes, isLatest: await isLatest(db, row) }),
    stage: request?.stage ?? 'waiting',
    failure: request?.status === 'failed' ? reasonOf(request.lastError) : null,
    next: next?.dueAt ? { title: next.title, due: words(next.dueAt) } : null,
  };
}

/** What was asked for together with this list. */
async function getRequest(db: Db, { leadId, createdAt }: Row): Promise<Request | null> {
  const { status, stage, lastError } = requests;
  const together = and(
    eq(requests.leadId, leadId),
    eq(requests.kind, 'review'),
    eq(requests.createdAt, createdAt),
  );
  const [request] = await db.select({ status, stage, lastError }).from(requests).where(together).limit(1);
  return request ?? null;
}

async function isLatest(db: Db, { leadId, createdAt }: Row): Promise<boolean> {
  const later = and(eq(proposals.leadId, leadId), gt(proposals.createdAt, createdAt));
  return (await db.select({ id: proposals.id }).from(proposals).where(later).limit(1)).length === 0;
}

type Facts = { request: Request | null; changes: ChangeView[]; isLatest: boolean };

function stateOf(row: Row, { request, changes, isLatest: latest }: Facts): ProposalView['state'] {
  const waits = request?.status === 'pending' || request?.status === 'working';
  if (changes.length === 0) {
    if (request?.status === 'failed') return 'failed';
    if (request?.status === 'cancelled') return 'stopped';
    if (waits) return 'thinking';
    return latest ? 'nothing' : 'replaced';
  }
  const isLeft = changes.some(({ state, gone }) => state === 'open' && gone === null);
  if (row.status === 'open') return isLeft ? 'open' : 'decided';
  return changes.some(({ state }) => state === 'open') ? 'replaced' : 'decided';
}
