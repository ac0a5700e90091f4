import { personTime, type User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { isClosed, type LeadStatus } from '../leads/status.ts';
import { momentWords } from '../time/when.ts';
import { type CardRow, listPlans, type PlanRow, selectCardRows } from './step-card-rows.ts';
import type { StepView } from './step-view.ts';
import { asleepUntil, timingWords } from './to-step-view.ts';

/** As in the Mini App; a due date is only words here, "Thu 5 Feb, 09:00". */
type ShownStep = { due: string } & Pick<
  StepView,
  'id' | 'title' | 'why' | 'draft' | 'timing' | 'status' | 'settledAt' | 'snoozed'
>;

/** What a reminder message shows: the step, whose it is, its place in the plan, what comes next. */
export type StepCard = {
  /** Whose step it is; all dates are in this person's zone. */
  userId: number;
  step: ShownStep;
  lead: { id: string; name: string; company: string | null; status: LeadStatus };
  closed: boolean;
  /** Nobody knows whether the reminder arrived as it was; the message in the chat is the one that says so. */
  unconfirmed: boolean;
  /** When the reminder was due, in words, if it went out (or would go out now) noticeably later; else null. */
  late: string | null;
  /** From 1. */
  place: number;
  count: number;
  /** What comes next once the step is settled; null until then, and when no other step is open. */
  next: { title: string; due: string } | null;
  /** Which writing of the rows this is: a message remembered with it is known to be up to date. */
  version: string;
};

/** A reminder that goes out this long after it was due says so. */
const lateMs = 5 * 60_000;

/** The card of a person's step at `now`; null when there is none, or it is somebody else's. */
export async function getStepCard(db: Db, user: User, stepId: string, now: Date): Promise<StepCard | null> {
  const card = (await listStepCards(db, [stepId], now)).get(stepId);
  return card?.userId === user.id ? card : null;
}

/**
 * The cards of steps of any people at `now`, each in the zone of its lead's owner, by the step's id; a step that is gone
 * is left out. Two queries, however many steps are asked for.
 */
export async function listStepCards(db: Db, stepIds: string[], now: Date): Promise<Map<string, StepCard>> {
  if (stepIds.length === 0) return new Map();
  const rows = await selectCardRows(db, stepIds);
  const plans = await listPlans(db, new Set(rows.map(({ lead }) => lead.id)));
  const words = wordsAt(now);
  const cards = rows.flatMap((row) => {
    const inWords = (at: Date) => words(at, personTime(row.user).timeZone);
    return toCard(row, plans.get(row.lead.id) ?? [], { now, inWords }) ?? [];
  });
  return new Map(cards.map((card) => [card.step.id, card]));
}

type Reading = { now: Date; inWords: (at: Date) => string };

function toCard(row: CardRow, plan: PlanRow[], { now, inWords }: Reading): StepCard | null {
  const { step, reminder, lead, user, version } = row;
  const index = plan.findIndex(({ id }) => id === step.id);
  // Removed between the two queries.
  if (index < 0) return null;
  const { id, title, why, draft, status, settledAt } = step;
  const isOpen = status === 'open';
  const asleep = asleepUntil(step, reminder, now);
  const next = isOpen ? null : earliestOpen(plan);
  return {
    ...{ userId: user.id, lead, version },
    step: {
      ...{ id, title, why, draft, status, timing: timingWords(step), due: inWords(step.dueAt) },
      settledAt: settledAt && inWords(settledAt),
      snoozed: asleep && inWords(asleep),
    },
    closed: isClosed(lead.status),
    unconfirmed: isOpen && Boolean(reminder?.unconfirmedAt),
    late: isOpen && reminder && isLate(reminder, now) ? inWords(reminder.dueAt) : null,
    place: index + 1,
    count: plan.length,
    next: next && { title: next.title, due: inWords(next.dueAt) },
  };
}

/** One that was not sent yet would go out now; what a person put off to later is not late. */
function isLate({ sentAt, dueAt }: { sentAt: Date | null; dueAt: Date }, now: Date): boolean {
  return (sentAt ?? now).getTime() - dueAt.getTime() > lateMs;
}

const earliestOpen = (plan: PlanRow[]): PlanRow | null =>
  plan
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;

/** Puts each instant into words once: the steps of many people fall due at the same hour. */
function wordsAt(now: Date): (at: Date, timeZone: string) => string {
  const known = new Map<string, string>();
  return (at, timeZone) => {
    const key = `${at.getTime()} ${timeZone}`;
    const words = known.get(key) ?? momentWords(at, now, timeZone);
    known.set(key, words);
    return words;
  };
}
