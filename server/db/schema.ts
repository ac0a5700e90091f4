import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  date,
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
import type {
  ActSnapshot,
  CapturedPerson,
  MadeFrom,
  ProposedChange,
  SpoiltRow,
  StepMove,
  TemplateStep,
  ToldMove,
} from './stored-json.ts';

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
/** cancelled: its lead was won or lost while it was open; it can be restored when the lead is opened again. */
export const stepStatus = pgEnum('step_status', ['open', 'done', 'skipped', 'cancelled']);
/**
 * What a step's date counts from: the plan's start, the step before it, a named event of the lead; or nothing, because
 * the person pinned it.
 */
export const stepAnchor = pgEnum('step_anchor', [
  'start',
  'previous',
  'demo',
  'call',
  'meeting',
  'reply',
  'contract',
  'pinned',
]);
export const leadEvent = pgEnum('lead_event', ['demo', 'call', 'meeting', 'reply', 'contract']);
/** Why a lead's plan rests: the person paused it, the lead replied, or it waits for something named. */
export const pauseReason = pgEnum('pause_reason', ['paused', 'replied', 'waiting']);
export const briefingKind = pgEnum('briefing_kind', ['morning', 'evening', 'weekly']);
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
export const requestStatus = pgEnum('request_status', ['pending', 'working', 'done', 'failed', 'cancelled']);
/** What is asked of the drafter: a whole plan, what to change in the open steps, other words for one step's draft. */
export const requestKind = pgEnum('request_kind', ['plan', 'review', 'draft']);
/** How far it is, for the message that waits for it: the model was asked, corrects its answer, or is tried again later. */
export const requestStage = pgEnum('request_stage', ['waiting', 'writing', 'repairing', 'retrying']);
/** How a step reaches the lead. */
export const stepChannel = pgEnum('step_channel', [
  'telegram',
  'email',
  'call',
  'linkedin',
  'meeting',
  'other',
]);
export const proposalStatus = pgEnum('proposal_status', ['open', 'closed']);
/** Where a confirm card came from. */
export const captureSource = pgEnum('capture_source', [
  'text',
  'forward',
  'contact',
  'people',
  'vcard',
  'csv',
  'photo',
  'voice',
]);
/** reading: the model looks at it; open: waits for the person; saved: nothing is left to decide; cancelled: not wanted. */
export const captureStatus = pgEnum('capture_status', ['reading', 'open', 'saved', 'cancelled']);
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
  'moved',
  'undone',
  'paused',
  'resumed',
  'event',
  'restored',
  'merged',
  'reviewed',
  'reworded',
]);
export const chatMessageKind = pgEnum('chat_message_kind', [
  'reminder',
  'plan',
  'nudge',
  'digest',
  'briefing',
  'question',
  'capture',
  'proposal',
]);

export const users = pgTable('users', {
  id: telegramId('id').primaryKey(),
  chatId: telegramId('chat_id').notNull(),
  firstName: text('first_name').notNull(),
  username: text('username'),
  language: text('language'),
  /** IANA zone of the person's device; null until the Mini App was opened once (UTC until then). */
  timeZone: text('time_zone'),
  /** When the person said that this zone is theirs; null while we only took it from the device. */
  zoneConfirmedAt: instant('zone_confirmed_at'),
  /** Another zone their device was in, and for which they chose to keep `timeZone`: not asked about again. */
  declinedZone: text('declined_zone'),
  reminderHour: integer('reminder_hour').notNull().default(9),
  /** Reminders come between these hours of their day, 0 to 24. */
  windowOpens: integer('window_opens').notNull().default(9),
  windowCloses: integer('window_closes').notNull().default(18),
  /** 1 is Monday, 7 is Sunday. */
  workingDays: integer('working_days').array().notNull().default([1, 2, 3, 4, 5]),
  /** "Day 3" is the third working day, not the third day. */
  countWorkingDays: boolean('count_working_days').notNull().default(false),
  /** ISO 3166 code of the country whose public holidays are days off; null for none. */
  holidays: text('holidays'),
  /** First and last day away, in their own zone; both or neither. */
  awayFrom: date('away_from', { mode: 'string' }),
  awayUntil: date('away_until', { mode: 'string' }),
  /** They want no model to read or write anything for them. */
  modelOff: boolean('model_off').notNull().default(false),
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

/** Messages that come by the clock: the morning digest, "done today", the week's preview. No row: not wanted. */
export const briefings = pgTable(
  'briefings',
  {
    userId: ofUser(),
    kind: briefingKind('kind').notNull(),
    /** At which hour of their day, 0 to 23. */
    hour: integer('hour').notNull(),
    /** When it comes next; the hour in their zone, derived. */
    nextAt: instant('next_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.kind] }), index('briefings_next').on(t.nextAt)],
);

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
    /** In which drafts are written, "de" (ISO 639-1); null: as the notes are. */
    language: text('language'),
    /** No model reads or writes anything about this lead. */
    modelOff: boolean('model_off').notNull().default(false),
    status: leadStatus('status').notNull().default('new'),
    lastActivityAt: instant('last_activity_at').notNull(),
    lastNudgedAt: instant('last_nudged_at'),
    /** Since when the plan rests, and why; all null while it runs. */
    pausedAt: instant('paused_at'),
    pauseReason: pauseReason('pause_reason'),
    /** "contract sent": what a waiting lead waits for. */
    waitingFor: text('waiting_for'),
    /** When the person wants to hear of a resting lead again; null when never by itself. */
    wakeAt: instant('wake_at'),
    /** When somebody last tried to tell of it (leads/wake.ts); null before, and once it is known what came of it. */
    wokenAt: instant('woken_at'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    index('leads_user').on(t.userId),
    index('leads_to_wake').on(t.wakeAt).where(sql`wake_at is not null`),
    // Serves the follow-up sweep: only open leads, oldest activity first.
    index('leads_open_by_activity').on(t.lastActivityAt).where(sql`status not in ('won', 'lost')`),
  ],
);

/** When a named event of a lead is, or was: what steps "after the demo" count from. */
export const leadEvents = pgTable(
  'lead_events',
  {
    leadId: ofLead(),
    event: leadEvent('event').notNull(),
    /** Wall time, "2026-10-15T14:00", in the zone of the lead's owner. */
    happensLocal: text('happens_local').notNull(),
  },
  (t) => [primaryKey({ columns: [t.leadId, t.event] })],
);

/**
 * Leads that were deleted, whole, for 30 days: their rows are gone everywhere else, so that nothing can be sent about
 * them. `rows` is what leads/bin.ts took out, by table.
 */
export const leadBin = pgTable(
  'lead_bin',
  {
    leadId: uuid('lead_id').primaryKey(),
    userId: ofUser(),
    name: text('name').notNull(),
    deletedAt: instant('deleted_at').notNull(),
    rows: jsonb('rows').notNull(),
  },
  (t) => [index('lead_bin_user').on(t.userId), index('lead_bin_deleted').on(t.deletedAt)],
);

/** What a person did that moved other dates, with what was before it, so that it can be undone (plans/acts.ts). */
export const acts = pgTable(
  'acts',
  {
    /** Ascending: only the last act of a lead can be undone. */
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    leadId: ofLead(),
    stepId: uuid('step_id').references(() => planSteps.id, { onDelete: 'cascade' }),
    /** Later steps that moved with it, as they are told to the person. */
    moves: jsonb('moves').$type<ToldMove[]>().notNull(),
    /** By how many working days they moved. */
    movedBy: integer('moved_by').notNull(),
    before: jsonb('before').$type<ActSnapshot>().notNull(),
    at: instant('at').notNull(),
  },
  (t) => [index('acts_lead').on(t.leadId, t.id), index('acts_step').on(t.stepId), index('acts_at').on(t.at)],
);

/** A lead has one plan; drafting again replaces its open steps. */
export const plans = pgTable('plans', {
  id: id(),
  leadId: uuid('lead_id')
    .notNull()
    .unique()
    .references(() => leads.id, { onDelete: 'cascade' }),
  title: text('title').notNull(),
  /**
   * Who wrote it: "model", the key of a built-in template, "template" for one of the person's own, or "person" when the
   * steps were written by hand.
   */
  draftedBy: text('drafted_by').notNull(),
  /** What it was made from, for the person; null when written by hand, and in plans older than this. */
  madeFrom: jsonb('made_from').$type<MadeFrom>(),
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
    channel: stepChannel('channel'),
    delayDays: integer('delay_days'),
    timing: text('timing').notNull().default(''),
    dueSource: dueSource('due_source').notNull(),
    anchor: stepAnchor('anchor').notNull().default('start'),
    /** Wall time of what it counts from; null while its event has no date. */
    countedFrom: text('counted_from'),
    /** The days of the default spacing, where nobody gave a timing that is understood. */
    spacingDays: integer('spacing_days'),
    /** What has moved it since, oldest first. */
    moves: jsonb('moves').$type<StepMove[]>().notNull().default([]),
    /** How often it was snoozed since it got its date. */
    snoozes: integer('snoozes').notNull().default(0),
    /** True when the time of day was meant (hours, minutes, a picked time); false: the reminder hour decides. */
    keepsHour: boolean('keeps_hour').notNull().default(false),
    /** The wish: wall time ("2026-02-05T09:00") in `timeZone`; dueAt is derived from it. Null: waits for its event. */
    dueLocal: text('due_local'),
    timeZone: text('time_zone').notNull(),
    dueAt: instant('due_at'),
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
    /** When the one nudge about a step that was not acted on comes; null before it was sent, and afterwards. */
    nudgeAt: instant('nudge_at'),
    /** When that nudge was raised: there is no second one. */
    nudgedAt: instant('nudged_at'),
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
    index('reminders_to_nudge').on(t.nudgeAt).where(sql`status = 'sent' and nudge_at is not null`),
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
    kind: requestKind('kind').notNull().default('plan'),
    /** The step whose draft is to be written anew; null for the other kinds. */
    stepId: uuid('step_id').references(() => planSteps.id, { onDelete: 'cascade' }),
    /** What the person said: the news a review is about, or how a draft should be ("shorter"). */
    wish: text('wish').notNull().default(''),
    /** The template the person chose: a built-in key or the id of one of theirs; null: the drafter decides. */
    template: text('template'),
    status: requestStatus('status').notNull().default('pending'),
    stage: requestStage('stage').notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** Since when it has been tried: a person is patient from then on. Null as long as it stands in line. */
    triedSince: instant('tried_since'),
    /** Not before that instant: the provider asked to wait. */
    notBefore: instant('not_before'),
    /** A worker that died gives its request back when this instant has passed. */
    leaseUntil: instant('lease_until'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('plan_requests_one_open').on(t.leadId).where(sql`status in ('pending', 'working')`),
    index('plan_requests_open').on(t.createdAt).where(sql`status in ('pending', 'working')`),
    index('plan_requests_lead').on(t.leadId, t.createdAt),
    index('plan_requests_step').on(t.stepId).where(sql`step_id is not null`),
  ],
);

/**
 * Changes of a plan's open steps that were proposed, each to be accepted or refused by the person. At most one such list
 * of a lead is open; newer news replaces it.
 */
export const proposals = pgTable(
  'proposals',
  {
    id: id(),
    leadId: ofLead(),
    userId: ofUser(),
    /** The news it answers, in the person's own words. */
    because: text('because').notNull(),
    items: jsonb('items').$type<ProposedChange[]>().notNull(),
    status: proposalStatus('status').notNull().default('open'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('proposals_one_open').on(t.leadId).where(sql`status = 'open'`),
    index('proposals_lead').on(t.leadId, t.createdAt),
  ],
);

/** What a person sells, and how they write: every plan and draft for them uses it. */
export const playbooks = pgTable('playbooks', {
  userId: telegramId('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  sells: text('sells').notNull().default(''),
  audience: text('audience').notNull().default(''),
  tone: text('tone').notNull().default(''),
  rules: text('rules').notNull().default(''),
  /** Up to five messages they wrote and like. */
  examples: text('examples').array().notNull().default([]),
  updatedAt: instant('updated_at').notNull(),
});

/** Templates a person made, or made out of a built-in one, which it then stands in for. */
export const planTemplates = pgTable(
  'plan_templates',
  {
    id: id(),
    userId: ofUser(),
    /** The key of the built-in template it replaces for this person; null for one of their own. */
    basedOn: text('based_on'),
    title: text('title').notNull(),
    /** When to use it, in a sentence. */
    fits: text('fits').notNull().default(''),
    steps: jsonb('steps').$type<TemplateStep[]>().notNull(),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    index('plan_templates_user').on(t.userId),
    uniqueIndex('plan_templates_one_instead').on(t.userId, t.basedOn).where(sql`based_on is not null`),
  ],
);

/**
 * What was captured and is not yet a lead: one row a confirm card, with one person or many. Nothing in it is a lead
 * before the person says so.
 */
export const captures = pgTable(
  'captures',
  {
    id: id(),
    userId: ofUser(),
    source: captureSource('source').notNull(),
    status: captureStatus('status').notNull(),
    /** What the model is to read: the text as it came, emptied once it was read. */
    raw: text('raw').notNull().default(''),
    /** Telegram's id of the photo or voice note to look at; null for none. */
    fileId: text('file_id'),
    people: jsonb('people').$type<CapturedPerson[]>().notNull(),
    /** Rows of a file that could not be read, for the person. */
    spoilt: jsonb('spoilt').$type<SpoiltRow[]>().notNull().default([]),
    attempts: integer('attempts').notNull().default(0),
    /** A worker that died gives it back when this instant has passed; also: not before. */
    leaseUntil: instant('lease_until'),
    lastError: text('last_error'),
    createdAt: instant('created_at').notNull(),
    /** When something was last added to it: forwards in a row become one card. */
    addedAt: instant('added_at').notNull(),
  },
  (t) => [
    index('captures_user').on(t.userId, t.createdAt),
    index('captures_to_read').on(t.createdAt).where(sql`status = 'reading'`),
    index('captures_old').on(t.createdAt),
  ],
);

/** How often a model was asked on one day (UTC), for each person, and for all of them under 0. */
export const modelUsage = pgTable(
  'model_usage',
  {
    day: date('day', { mode: 'string' }).notNull(),
    who: telegramId('who').notNull(),
    calls: integer('calls').notNull().default(0),
    tokensIn: integer('tokens_in').notNull().default(0),
    tokensOut: integer('tokens_out').notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.who] })],
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
    /** Which briefing it is; null in other messages. */
    briefing: briefingKind('briefing'),
    /** The steps a digest or a briefing lists, in its order; some may be gone. Null in other messages. */
    stepIds: uuid('step_ids').array(),
    /** The confirm card or the proposed changes it shows; no foreign keys, for the message outlives both. */
    captureId: uuid('capture_id'),
    proposalId: uuid('proposal_id'),
    /** What a question asks, "event-date:demo": a reply to it is the answer (telegram/questions.ts). Null in others. */
    question: text('question'),
    sentAt: instant('sent_at').notNull(),
    revision: integer('revision').notNull().default(1),
    shown: integer('shown').notNull().default(0),
  },
  (t) => [
    unique('chat_messages_message').on(t.chatId, t.messageId),
    index('chat_messages_stale').on(t.sentAt).where(sql`shown < revision`),
    index('chat_messages_lead').on(t.leadId),
    index('chat_messages_step').on(t.stepId),
    index('chat_messages_capture').on(t.captureId).where(sql`capture_id is not null`),
    index('chat_messages_proposal').on(t.proposalId).where(sql`proposal_id is not null`),
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
