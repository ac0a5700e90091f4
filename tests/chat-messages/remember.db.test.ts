import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { listStaleMessages, tellsOfUnconfirmed } from '../../server/chat-messages/queries.ts';
import type { SentMessage } from '../../server/chat-messages/remember.ts';
import { rememberMessages } from '../../server/chat-messages/remember.ts';
import { scheduledReminders } from '../../server/db/schema.ts';
import { addNote, deleteLead } from '../../server/leads/mutations.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { listStepCards } from '../../server/views/step-card.ts';
import { onPostgres, openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { makePlannedLead, monday } from '../support/people.ts';
import { later, messagesOf, one, stepAt, stepsOf } from '../support/rows.ts';
import { sentQueries } from '../support/sent-queries.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;
let steps: string[];

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  steps = (await stepsOf(database.db, leadId)).map(({ id }) => id);
  stepId = one(steps);
});

const act = { userId, now: monday };
const reminder = (messageId: number, more: Partial<SentMessage> = {}): SentMessage => ({
  ...{ userId, chatId: userId, messageId, kind: 'reminder', leadId, stepId },
  ...more,
});
const digest = (messageId: number, stepIds: string[], versions: string[]) =>
  reminder(messageId, { kind: 'digest', leadId: null, stepId: null, stepIds, versions });

/** What the sender reads to draw its messages. */
async function drawn(...ids: string[]): Promise<string[]> {
  const cards = await listStepCards(database.db, ids, monday);
  return ids.map((id) => one([cards.get(id)]).version);
}

/** Whether a statement in this database waits for a lock. */
async function someoneWaits(): Promise<boolean> {
  const waits = sql`wait_event_type = 'Lock' and datname = current_database()`;
  const [row] = await database.db
    .select({ count: sql`count(*)`.mapWith(Number) })
    .from(sql`pg_stat_activity`)
    .where(waits);
  return Boolean(row?.count);
}

const remember = (...sent: SentMessage[]) =>
  database.db.transaction((tx) => rememberMessages(tx, sent, later({ minutes: 1 })));
const staleIds = async () =>
  (await listStaleMessages(database.db, 100)).map(({ messageId }) => messageId).sort((a, b) => a - b);

describe('messages that were just sent', () => {
  it('are remembered as what they are, and need not be drawn again', async () => {
    await remember(
      reminder(1, { versions: await drawn(stepId) }),
      digest(2, steps.slice(0, 2), await drawn(...steps.slice(0, 2))),
    );
    expect(await messagesOf(database.db)).toMatchObject([
      { kind: 'reminder', leadId, stepId, stepIds: null, sentAt: later({ minutes: 1 }) },
      { kind: 'digest', leadId: null, stepId: null, stepIds: steps.slice(0, 2) },
    ]);
    expect(await staleIds()).toEqual([]);
  });

  it('are drawn again when nobody says what they were drawn from', async () => {
    await remember(reminder(1), digest(2, [stepId], []), reminder(3, { kind: 'nudge', stepId: null }));
    expect(await staleIds()).toEqual([1, 2, 3]);
  });

  it('are kept up to date from then on', async () => {
    await remember(reminder(1, { versions: await drawn(stepId) }), digest(2, [stepId], await drawn(stepId)));
    await setStepStatus(database.db, { ...act, stepId, status: 'done' });
    expect(await staleIds()).toEqual([1, 2]);
  });

  it('are one message when they are recorded twice', async () => {
    const sent = reminder(1, { versions: await drawn(stepId) });
    await remember(sent);
    await remember(sent);
    expect(await messagesOf(database.db)).toHaveLength(1);
    expect(await staleIds()).toEqual([1]);
  });

  it('cost three statements, however many they are', async () => {
    const versions = await drawn(stepId);
    for (const count of [1, 200]) {
      const sent = Array.from({ length: count }, (_, index) => reminder(index + 1, { versions }));
      const queries = await sentQueries(database.db, (db) =>
        db.transaction((tx) => rememberMessages(tx, sent, monday)),
      );
      expect(queries.filter((text) => /^(select|insert|update)/.test(text.trim()))).toHaveLength(3);
    }
    expect(await messagesOf(database.db)).toHaveLength(200);
  });

  it('are nothing to do when there are none', async () => {
    expect(await sentQueries(database.db, (db) => rememberMessages(db, [], monday))).toEqual([]);
  });
});

describe('what changed while a message was on its way', () => {
  const words = { title: 'Other words', draft: '', dueLocal: null };

  it.each<[string, () => Promise<unknown>]>([
    ['the step was done', () => setStepStatus(database.db, { ...act, stepId, status: 'done' })],
    ['it was snoozed', () => snoozeStep(database.db, { ...act, stepId, to: '1h' })],
    ['it has other words', () => editStep(database.db, { ...act, stepId, ...words })],
    ['the lead was closed', () => setLeadStatus(database.db, { ...act, leadId, status: 'lost' })],
  ])('is put right: %s', async (_, change) => {
    const other = await makePlannedLead(database.db);
    const untouched = await stepAt(database.db, other.leadId, 0);
    const sent = [
      reminder(1, { versions: await drawn(stepId) }),
      digest(2, [untouched.id, stepId], await drawn(untouched.id, stepId)),
      digest(3, [untouched.id], await drawn(untouched.id)),
    ];
    await change();
    await remember(...sent);
    expect(await staleIds()).toEqual([1, 2]);
  });

  it('is told when the step is gone: of a digest it is still one', async () => {
    const sent = [
      reminder(1, { versions: await drawn(stepId) }),
      digest(2, [stepId, one(steps, 1)], await drawn(stepId, one(steps, 1))),
    ];
    await removeStep(database.db, { ...act, stepId });
    await remember(...sent);
    expect(await messagesOf(database.db)).toMatchObject([
      { leadId, stepId: null },
      { stepIds: [stepId, one(steps, 1)] },
    ]);
    expect(await staleIds()).toEqual([1, 2]);
  });

  it('is told when the lead is gone', async () => {
    const other = await makePlannedLead(database.db);
    const untouched = await stepAt(database.db, other.leadId, 0);
    const sent = [
      reminder(1, { versions: await drawn(stepId) }),
      reminder(2, { leadId: other.leadId, stepId: untouched.id, versions: await drawn(untouched.id) }),
      reminder(3, { leadId: randomUUID(), stepId: randomUUID() }),
    ];
    await deleteLead(database.db, { userId, leadId, now: monday });
    await remember(...sent);
    const gone = { leadId: null, stepId: null };
    expect(await messagesOf(database.db)).toMatchObject([gone, { leadId: other.leadId }, gone]);
    expect(await staleIds()).toEqual([1, 3]);
  });

  it('counts although it began before the message was drawn, and is not yet committed', async () => {
    const versions = await drawn(stepId);
    const { remembering } = await database.db.transaction(async (tx) => {
      await editStep(tx, { ...act, stepId, ...words });
      const remembering = remember(reminder(1, { versions }));
      // PGlite does one transaction after the other anyway.
      if (onPostgres) await eventually(someoneWaits);
      return { remembering };
    });
    await remembering;
    expect(await staleIds()).toEqual([1]);
  });

  it('is nothing when it was the sending itself, but a note to the lead is something', async () => {
    const versions = await drawn(stepId);
    await database.db.update(scheduledReminders).set({ sentAt: monday, messageId: 1 });
    await remember(reminder(1, { versions }));
    expect(await staleIds()).toEqual([]);
    await addNote(database.db, { ...act, leadId, text: 'a note' });
    await remember(reminder(2, { versions }));
    expect(await staleIds()).toEqual([2]);
  });
});

describe('a digest of reminders that may not have arrived', () => {
  const told = () => tellsOfUnconfirmed(database.db, { messageId: 7, stepIds: steps.slice(0, 2) });
  const setReminder = (id: string, set: Partial<typeof scheduledReminders.$inferInsert>) =>
    database.db.update(scheduledReminders).set(set).where(eq(scheduledReminders.stepId, id));

  it('is known by its reminders, whatever became of their steps', async () => {
    expect(await told()).toBe(false);
    await setReminder(one(steps, 1), { messageId: 7, unconfirmedAt: monday, status: 'sent' });
    expect(await told()).toBe(true);
    await setStepStatus(database.db, { ...act, stepId: one(steps, 1), status: 'done' });
    expect(await told()).toBe(true);
  });

  it('is not one when they came for sure, or in another message', async () => {
    await setReminder(stepId, { messageId: 7, status: 'sent' });
    await setReminder(one(steps, 1), { messageId: 8, unconfirmedAt: monday, status: 'sent' });
    await setReminder(one(steps, 2), { messageId: 7, unconfirmedAt: monday, status: 'sent' });
    expect(await told()).toBe(false);
  });

  it('is none when it lists nothing', async () => {
    expect(await tellsOfUnconfirmed(database.db, { messageId: 7, stepIds: null })).toBe(false);
  });
});
