import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
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
export const chatMessageKind = pgEnum('chat_message_kind', ['reminder', 'plan', 'nudge', 'digest']);

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
  /** No reminder message to this chat before that instant: one a second is Telegram's limit. */
  quietUntil: instant('quiet_until'),
  createdAt: instant('created_at').notNull(),
});

/** "Send me a test reminder": at most one waits for each person; the row is gone when it was sent. */
export const testReminders = pgTable('test_reminders', {
  userId: telegramId('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  askedAt: instant('asked_at').notNull(),
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
    /** When the sender looks at it: the due instant, or a later one after a failure or for a decent hour. */
    sendAt: instant('send_at').notNull(),
    /** Set while the reminder was moved by the person; the step keeps its own date. */
    snoozedAt: instant('snoozed_at'),
    status: reminderStatus('status').notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    /** When it was last claimed, whatever came of it; null once it is certain that nothing was sent. */
    lastRemindedAt: instant('last_reminded_at'),
    /** When Telegram took the message for this due date; null until then. */
    sentAt: instant('sent_at'),
    /** Since when nobody knows whether the message for this due date arrived; the person is told, or was. */
    unconfirmedAt: instant('unconfirmed_at'),
    messageId: bigint('message_id', { mode: 'number' }),
    lastError: text('last_error'),
    /** The instance that has it in flight, whatever becomes of the status meanwhile; null when none has. */
    claimedBy: uuid('claimed_by'),
    /** Until when the claim holds, by the database's clock. */
    leaseUntil: instant('lease_until'),
  },
  (t) => [
    // The poller's index holds only what may still be sent, so a poll costs what is due, not what is stored.
    index('reminders_to_send')
      .on(t.sendAt)
      .where(sql`status in ('pending', 'unconfirmed') and claimed_by is null`),
    index('reminders_in_flight').on(t.claimedBy).where(sql`claimed_by is not null`),
    index('reminders_lead').on(t.leadId),
    index('reminders_of_user').on(t.userId, t.sendAt),
  ],
);

/** What became of each reminder, when and why: one row a change of status. It goes with its reminder. */
export const deliveryLog = pgTable(
  'delivery_log',
  {
    id: bigint('id', { mode: 'number' }).generatedAlwaysAsIdentity(),
    reminderId: uuid('reminder_id')
      .notNull()
      .references(() => scheduledReminders.id, { onDelete: 'cascade' }),
    /** The status it came to. */
    status: reminderStatus('status').notNull(),
    /** Why, in words of ours or Telegram's; never a draft. */
    cause: text('cause').notNull(),
    at: instant('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reminderId, t.id] }), index('delivery_log_at').using('brin', t.at)],
);

/** The processes that share this database; one that was not seen for a while is dead. By the database's clock. */
export const instances = pgTable('instances', {
  id: uuid('id').primaryKey(),
  seenAt: instant('seen_at').notNull(),
});

/** The one gate all instances send through: when the next message may leave. By the database's clock. */
export const sendGate = pgTable('send_gate', {
  id: integer('id').primaryKey(),
  /** The next free slot of the even flow. */
  freeAt: instant('free_at').notNull(),
  /** Telegram asked to wait, or cannot be reached: nothing leaves before. */
  closedUntil: instant('closed_until'),
});

/** What setWebhook was last called with, so that one instance calls it and the others need not. */
export const webhookRegistration = pgTable('webhook_registration', {
  id: integer('id').primaryKey(),
  /** A digest of address, secret and kinds of update; never the secret itself. */
  fingerprint: text('fingerprint').notNull(),
});

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
    /** The steps a digest lists, in its order; some may be gone. Null in other messages. */
    stepIds: uuid('step_ids').array(),
    sentAt: instant('sent_at').notNull(),
    revision: integer('revision').notNull().default(1),
    shown: integer('shown').notNull().default(0),
  },
  (t) => [
    unique('chat_messages_message').on(t.chatId, t.messageId),
    index('chat_messages_stale').on(t.sentAt).where(sql`shown < revision`),
    index('chat_messages_lead').on(t.leadId),
    index('chat_messages_step').on(t.stepId),
    index('chat_messages_digest').using('gin', t.stepIds).where(sql`step_ids is not null`),
  ],
);

/** Telegram sends an update again when it is unsure; each number is handled once. */
export const processedUpdates = pgTable(
  'processed_updates',
  {
    updateId: bigint('update_id', { mode: 'number' }).primaryKey(),
    at: instant('at').notNull(),
    /** The instance that took it up. */
    takenBy: uuid('taken_by'),
    /** Null while it is being handled: one whose instance died is taken up again when Telegram repeats it. */
    handledAt: instant('handled_at'),
  },
  (t) => [index('processed_updates_at').on(t.at)],
);

/** Updates whose handler failed, kept to be looked at and handled again by an administrator. */
export const deadUpdates = pgTable(
  'dead_updates',
  {
    updateId: bigint('update_id', { mode: 'number' }).primaryKey(),
    payload: jsonb('payload').notNull(),
    error: text('error').notNull(),
    attempts: integer('attempts').notNull().default(1),
    at: instant('at').notNull(),
  },
  (t) => [index('dead_updates_at').on(t.at)],
);
