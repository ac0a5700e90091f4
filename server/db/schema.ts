import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  pgEnum,
  pgTable,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';

/** Every instant is UTC; ids shown to a browser are random; Telegram ids fit in 52 bits (Telegram's Bot API). */
const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });
const telegramId = (name: string) => bigint(name, { mode: 'number' });
const id = () => uuid('id').primaryKey().defaultRandom();
/** Whose a row is, and which lead's: it goes when they go. */
const ofUser = () =>
  telegramId('user_id')
    .notNull()
    .references(() => users.id, { onDelete: 'cascade' });
const ofLead = () =>
  uuid('lead_id')
    .notNull()
    .references(() => leads.id, { onDelete: 'cascade' });

export const leadStatus = pgEnum('lead_status', ['new', 'contacted', 'meeting', 'proposal', 'won', 'lost']);
export const stepStatus = pgEnum('step_status', ['open', 'done', 'skipped']);
export const dueSource = pgEnum('due_source', ['delay_days', 'timing', 'default', 'person']);
export const reminderStatus = pgEnum('reminder_status', [
  'pending',
  'sending',
  'sent',
  'unconfirmed',
  'held',
  'failed',
  'done',
  'skipped',
  'cancelled',
]);
export const requestStatus = pgEnum('request_status', ['pending', 'working', 'done', 'failed']);
export const activityKind = pgEnum('activity_kind', [
  'created',
  'note',
  'plan',
  'added',
  'removed',
  'done',
  'skipped',
  'reopened',
  'snoozed',
  'status',
  'edited',
]);
export const chatMessageKind = pgEnum('chat_message_kind', ['reminder', 'plan', 'nudge']);

export const users = pgTable('users', {
  id: telegramId('id').primaryKey(),
  chatId: telegramId('chat_id').notNull(),
  firstName: text('first_name').notNull(),
  username: text('username'),
  language: text('language'),
  /** IANA zone of the person's device; null until the Mini App was opened once (UTC until then). */
  timeZone: text('time_zone'),
  reminderHour: integer('reminder_hour').notNull().default(9),
  /** Since when Telegram refuses our messages (403); null while they arrive. */
  unreachableAt: instant('unreachable_at'),
  createdAt: instant('created_at').notNull(),
});

export const leads = pgTable(
  'leads',
  {
    id: id(),
    userId: ofUser(),
    name: text('name').notNull(),
    company: text('company'),
    role: text('role'),
    telegram: text('telegram'),
    email: text('email'),
    phone: text('phone'),
    source: text('source'),
    notes: text('notes').notNull().default(''),
    status: leadStatus('status').notNull().default('new'),
    lastActivityAt: instant('last_activity_at').notNull(),
    lastNudgedAt: instant('last_nudged_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('leads_user').on(t.userId),
    // Serves the follow-up sweep: only open leads, oldest activity first.
    index('leads_open_by_activity').on(t.lastActivityAt).where(sql`status not in ('won', 'lost')`),
  ],
);

/** A lead has one plan; drafting again replaces its open steps. */
export const plans = pgTable('plans', {
  id: id(),
  leadId: uuid('lead_id')
    .notNull()
    .unique()
    .references(() => leads.id, { onDelete: 'cascade' }),
  title: text('title').notNull(),
  /** Who wrote it: the key of a built-in template, or "person" when the steps were written by hand. */
  draftedBy: text('drafted_by').notNull(),
  /** The instant its steps count from. */
  startedAt: instant('started_at').notNull(),
});

export const planSteps = pgTable(
  'plan_steps',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => plans.id, { onDelete: 'cascade' }),
    leadId: ofLead(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    why: text('why').notNull().default(''),
    draft: text('draft').notNull().default(''),
    delayDays: integer('delay_days'),
    timing: text('timing').notNull().default(''),
    dueSource: dueSource('due_source').notNull(),
    /** True when the time of day was meant (hours, minutes, a picked time); false: the reminder hour decides. */
    keepsHour: boolean('keeps_hour').notNull().default(false),
    /** The wish: wall time ("2026-02-05T09:00") in `timeZone`; dueAt is derived from it. */
    dueLocal: text('due_local').notNull(),
    timeZone: text('time_zone').notNull(),
    dueAt: instant('due_at').notNull(),
    status: stepStatus('status').notNull().default('open'),
    settledAt: instant('settled_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('plan_steps_lead').on(t.leadId, t.position),
    index('plan_steps_open_by_due').on(t.leadId, t.dueAt).where(sql`status = 'open'`),
  ],
);

/** One row for each step that was ever open; it follows the step through its life (reminders/delivery.ts). */
export const scheduledReminders = pgTable(
  'scheduled_reminders',
  {
    id: id(),
    stepId: uuid('step_id')
      .notNull()
      .unique()
      .references(() => planSteps.id, { onDelete: 'cascade' }),
    leadId: ofLead(),
    userId: ofUser(),
    chatId: telegramId('chat_id').notNull(),
    dueAt: instant('due_at').notNull(),
    /** Set while the reminder was moved by the person; the step keeps its own date. */
    snoozedAt: instant('snoozed_at'),
    status: reminderStatus('status').notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    /** Not before this instant after Telegram asked us to wait. */
    retryAt: instant('retry_at'),
    lastRemindedAt: instant('last_reminded_at'),
    messageId: bigint('message_id', { mode: 'number' }),
    lastError: text('last_error'),
  },
  (t) => [
    // The poller's index holds only what may still be sent, so a poll costs what is due, not what is stored.
    index('reminders_pending_by_due').on(t.dueAt).where(sql`status = 'pending'`),
    index('reminders_in_flight').on(t.lastRemindedAt).where(sql`status in ('sending', 'unconfirmed')`),
    index('reminders_lead').on(t.leadId),
    index('reminders_user').on(t.userId, t.status),
  ],
);

export const planRequests = pgTable(
  'plan_requests',
  {
    id: id(),
    leadId: ofLead(),
    status: requestStatus('status').notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    /** A worker that died gives its request back when this instant has passed. */
    leaseUntil: instant('lease_until'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('plan_requests_one_open').on(t.leadId).where(sql`status in ('pending', 'working')`),
    index('plan_requests_open').on(t.createdAt).where(sql`status in ('pending', 'working')`),
    index('plan_requests_lead').on(t.leadId, t.createdAt),
  ],
);

export const activities = pgTable(
  'activities',
  {
    id: id(),
    leadId: ofLead(),
    userId: ofUser(),
    stepId: uuid('step_id').references(() => planSteps.id, { onDelete: 'set null' }),
    kind: activityKind('kind').notNull(),
    text: text('text').notNull().default(''),
    at: instant('at').notNull(),
  },
  (t) => [index('activities_lead').on(t.leadId, t.at), index('activities_step').on(t.stepId)],
);

/**
 * Messages in the chat that mirror a row. A change of the row raises `revision`; the refresh worker edits the message
 * and sets `shown` to the revision it drew (telegram/refresh.ts), so a change that comes meanwhile is never missed.
 */
export const chatMessages = pgTable(
  'chat_messages',
  {
    id: id(),
    userId: ofUser(),
    chatId: telegramId('chat_id').notNull(),
    messageId: bigint('message_id', { mode: 'number' }).notNull(),
    kind: chatMessageKind('kind').notNull(),
    leadId: uuid('lead_id').references(() => leads.id, { onDelete: 'set null' }),
    stepId: uuid('step_id').references(() => planSteps.id, { onDelete: 'set null' }),
    sentAt: instant('sent_at').notNull(),
    revision: integer('revision').notNull().default(1),
    shown: integer('shown').notNull().default(0),
  },
  (t) => [
    unique('chat_messages_message').on(t.chatId, t.messageId),
    index('chat_messages_stale').on(t.sentAt).where(sql`shown < revision`),
    index('chat_messages_lead').on(t.leadId),
    index('chat_messages_step').on(t.stepId),
  ],
);

/** Telegram sends an update again when it is unsure; each number is handled once. */
export const processedUpdates = pgTable(
  'processed_updates',
  { updateId: bigint('update_id', { mode: 'number' }).primaryKey(), at: instant('at').notNull() },
  (t) => [index('processed_updates_at').on(t.at)],
);
