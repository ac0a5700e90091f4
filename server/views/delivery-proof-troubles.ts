import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { deliveryLog, leads, planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { reminderSubject } from './delivery-proof-next.ts';
import { troubleWords } from './delivery-proof-trouble-words.ts';
import type { DeliveryTrouble } from './delivery-proof-view.ts';

const most = 10;

/** This person's reminders that did not go as they should, the newest first, at most ten. */
export async function listTroubles(db: Db, user: User, now: Date): Promise<DeliveryTrouble[]> {
  const log = firstLogged(db);
  const since = sinceWhen(user, log.at);
  const rows = await db
    .select({
      about: reminderSubject,
      reminder: {
        ...{ status: reminders.status, dueAt: reminders.dueAt, sendAt: reminders.sendAt },
        ...{ sentAt: reminders.sentAt, attempts: reminders.attempts, lastError: reminders.lastError },
        ...{ since: since.mapWith(reminders.dueAt), cause: log.cause },
      },
    })
    .from(reminders)
    .innerJoin(planSteps, eq(planSteps.id, reminders.stepId))
    .innerJoin(leads, eq(leads.id, reminders.leadId))
    .leftJoinLateral(log, sql`true`)
    .where(and(eq(reminders.userId, user.id), inTrouble(now)))
    .orderBy(desc(since), asc(reminders.id))
    .limit(most);
  return rows.map(({ about, reminder }) => ({ ...about, ...troubleWords(reminder, user, now) }));
}

/** One that the person was told of, or is being told of just now, stays until the step is settled or gets a new date. */
function inTrouble(now: Date): SQL | undefined {
  const told = and(inArray(reminders.status, ['sent', 'sending']), isNotNull(reminders.unconfirmedAt));
  const tried = or(gt(reminders.attempts, 0), isNotNull(reminders.lastError));
  const stillToCome = or(lte(reminders.dueAt, now), gt(reminders.sendAt, reminders.dueAt));
  return or(
    and(eq(reminders.status, 'held'), lte(reminders.sendAt, now)),
    inArray(reminders.status, ['unconfirmed', 'failed']),
    told,
    and(eq(reminders.status, 'pending'), tried, stillToCome),
  );
}

/** How a reminder first came, for this due date, to what it is; one that was told of came to that from "unconfirmed". */
function firstLogged(db: Db) {
  const cameTo = sql`case when ${reminders.status} in ('sent', 'sending') then 'unconfirmed' else ${reminders.status} end`;
  return db
    .select({ at: deliveryLog.at, cause: deliveryLog.cause })
    .from(deliveryLog)
    .where(
      and(
        eq(deliveryLog.reminderId, reminders.id),
        gte(deliveryLog.at, reminders.dueAt),
        sql`${deliveryLog.status} = ${cameTo}`,
      ),
    )
    .orderBy(asc(deliveryLog.id))
    .limit(1)
    .as('log');
}

/** Since when a reminder is in trouble. One older than the delivery log has no entry there. */
function sinceWhen({ unreachableAt }: User, loggedAt: SQLWrapper): SQL {
  const refused = sql`greatest(${reminders.sendAt}, ${unreachableAt?.toISOString() ?? null}::timestamptz)`;
  return sql`case ${reminders.status} when 'held' then ${refused} when 'pending' then ${reminders.dueAt}
    when 'failed' then coalesce(${loggedAt}, ${reminders.sendAt})
    else coalesce(${reminders.unconfirmedAt}, ${reminders.lastRemindedAt}, ${reminders.dueAt}) end`;
}
