import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { isClosed, type LeadStatus } from '../leads/status.ts';
import type { NoAnswer } from '../model/port.ts';
import type { EventName } from '../plans/timing.ts';
import { reasonOf } from '../plans/writing/no-answer.ts';
import { personTime } from '../time/person.ts';
import { earlierOpen, earliestOpen } from './around-step.ts';
import { eventOfAnchor } from './events.ts';
import { isLate } from './is-late.ts';
import type { PauseView } from './lead-view.ts';
import { pauseOf } from './pause-view.ts';
import { type RippleView, toRipple } from './ripple-view.ts';
import { aboutStep, type LastAct, listLastActs } from './step-card-acts.ts';
import { type CardRow, listPlans, type PlanRow, selectCardRows } from './step-card-rows.ts';
import type { StepView } from './step-view.ts';
import { asleepUntil, timingWords } from './to-step-view.ts';
import { wordsAt } from './words-at.ts';

/** As in the Mini App; a due date is only words here, "Thu 5 Feb, 09:00". */
type ShownStep = { due: string | null } & Pick<
  StepView,
  'id' | 'title' | 'why' | 'draft' | 'channel' | 'timing' | 'status' | 'settledAt' | 'snoozed'
>;

/** What a reminder message shows: the step, whose it is, its place in the plan, what comes next. */
export type StepCard = {
  /** Whose step it is; all dates are in this person's zone. */
  userId: number;
  step: ShownStep;
  lead: { id: string; name: string; company: string | null; status: LeadStatus; telegram: string | null };
  closed: boolean;
  /** Why the plan rests and nothing is sent about it; false while it runs. */
  paused: PauseView | false;
  /** The event without a date that it waits for; null when it has a date. */
  waitsFor: EventName | null;
  /** Nobody knows whether the reminder arrived as it was; the message in the chat is the one that says so. */
  unconfirmed: boolean;
  /** When the reminder was due, in words, if it went out (or would go out now) noticeably later; else null. */
  late: string | null;
  /** It was told of before and not acted on: this is the one nudge. */
  nudge: boolean;
  /** The title of an earlier step that is still open, if this one comes all the same: it is pinned or of an event. */
  earlierOpen: string | null;
  /** From 1. */
  place: number;
  count: number;
  /** What comes next once the step is settled; null until then, and when no other step is open. */
  next: { title: string; due: string } | null;
  /** The act that settled, snoozed or cancelled it, while nothing was done with the lead since: it can be taken back. */
  actId: number | null;
  /** The later steps that moved with that act; null when none did. */
  ripple: RippleView | null;
  /** The person, or this lead, wants no model. */
  modelOff: boolean;
  /** Another draft is being written, or could not be written lately; null otherwise, and once the step is settled. */
  rewording: { state: 'writing' } | { state: 'failed'; reason: NoAnswer['reason'] } | null;
  /** Which writing of the rows this is: a message remembered with it is known to be up to date. */
  version: string;
};

/** The card of a person's step at `now`; null when there is none, or it is somebody else's. */
export async function getStepCard(db: Db, user: User, stepId: string, now: Date): Promise<StepCard | null> {
  const card = (await listStepCards(db, [stepId], now)).get(stepId);
  return card?.userId === user.id ? card : null;
}

/**
 * The cards of steps of any people at `now`, each in the zone of its lead's owner, by the step's id; a step that is gone
 * is left out. Three queries at most, however many steps are asked for.
 */
export async function listStepCards(db: Db, stepIds: string[], now: Date): Promise<Map<string, StepCard>> {
  if (stepIds.length === 0) return new Map();
  const rows = await selectCardRows(db, stepIds, now);
  const plans = await listPlans(db, new Set(rows.map(({ lead }) => lead.id)));
  // Nothing is told of what was done with a step that waits for the person.
  const acted = rows.filter(({ step, reminder }) => step.status !== 'open' || reminder?.snoozedAt);
  const lastActs = await listLastActs(db, [...new Set(acted.map(({ lead }) => lead.id))]);
  const words = wordsAt(now);
  const cards = rows.flatMap((row) => {
    const inWords = (at: Date) => words(at, personTime(row.user).timeZone);
    const act = aboutStep(lastActs.get(row.lead.id), row);
    return toCard(row, plans.get(row.lead.id) ?? [], { now, inWords, act }) ?? [];
  });
  return new Map(cards.map((card) => [card.step.id, card]));
}

type Reading = { now: Date; inWords: (at: Date) => string; act: LastAct | null };

function toCard(row: CardRow, plan: PlanRow[], { now, inWords, act }: Reading): StepCard | null {
  const { step, reminder, lead, user, version } = row;
  const index = plan.findIndex(({ id }) => id === step.id);
  // Removed between the two queries.
  if (index < 0) return null;
  const { id, title, why, draft, channel, status, settledAt } = step;
  const isOpen = status === 'open';
  const asleep = asleepUntil(step, reminder, now);
  const next = isOpen ? null : earliestOpen(plan);
  return {
    ...{ userId: user.id, lead, version },
    step: {
      ...{ id, title, why, draft, channel, status, timing: timingWords(step) },
      due: step.dueAt && inWords(step.dueAt),
      settledAt: settledAt && inWords(settledAt),
      snoozed: asleep && inWords(asleep),
    },
    closed: isClosed(lead.status),
    paused: pauseOf(row.lead, personTime(row.user), now) ?? false,
    waitsFor: isOpen && !step.dueAt ? eventOfAnchor(step.anchor) : null,
    unconfirmed: isOpen && Boolean(reminder?.unconfirmedAt),
    late: isOpen && reminder && isLate(reminder, row.user, now) ? inWords(reminder.dueAt) : null,
    nudge: isOpen && Boolean(reminder?.nudgedAt),
    earlierOpen: isOpen ? earlierOpen(plan.slice(0, index), step) : null,
    place: index + 1,
    count: plan.length,
    next: next?.dueAt ? { title: next.title, due: inWords(next.dueAt) } : null,
    actId: act?.id ?? null,
    ripple: act && !isClosed(lead.status) ? toRipple(act, now, personTime(user).timeZone) : null,
    modelOff: row.modelOff,
    rewording: isOpen ? rewordingOf(row) : null,
  };
}

function rewordingOf({ rewording }: CardRow): StepCard['rewording'] {
  if (rewording?.status === 'failed') return { state: 'failed', reason: reasonOf(rewording.error) };
  return rewording?.status === 'pending' || rewording?.status === 'working' ? { state: 'writing' } : null;
}
