import { randomUUID } from 'node:crypto';
import { count } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import {
  activities,
  leads,
  planRequests,
  planSteps,
  plans,
  scheduledReminders,
  users,
} from '../../server/db/schema.ts';
import { leadInput } from '../../server/leads/input.ts';
import { addNote, createLead, deleteLead, editLead } from '../../server/leads/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { requestPlan } from '../../server/plans/requests.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday } from '../support/people.ts';
import { claim, claimOne, failed, lost, send, settle } from '../support/reminders.ts';
import {
  historyOf,
  later,
  leadRow,
  messagesOf,
  one,
  reminderOf,
  remindersOf,
  stepAt,
} from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const stranger = 2002;
const notFound = { ok: false, reason: 'not-found' };
let leadId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  await makeUser(database.db, { id: stranger });
});

const setStatus = (status: (typeof leads.$inferSelect)['status'], now = later({ hours: 1 })) =>
  setStatusAndRestore(database.db, { userId, leadId, status, now });
const statuses = async () => (await remindersOf(database.db, leadId)).map((reminder) => reminder.status);

async function remember(messageId: number, about: { leadId: string; stepId: string | null }) {
  const kind = about.stepId ? 'reminder' : 'plan';
  await rememberMessage(database.db, { userId, chatId: userId, messageId, kind, now: monday, ...about });
}

describe('a new lead', () => {
  it('has what was given, character by character', async () => {
    const given = {
      name: '*_[](~`',
      company: "O'Neil <b> & Söhne",
      role: '👩‍💻',
      telegram: 'anna_p',
      email: 'anna@acme.example',
      phone: '+49 30 123456',
      source: 'מכר משותף',
      notes: '%s {x} $1 \\n\n"quoted"; -- drop',
    };
    const id = await createLead(database.db, { userId, lead: leadInput.parse(given), now: monday });
    expect(await leadRow(database.db, id)).toMatchObject({ ...given, status: 'new', lastActivityAt: monday });
  });

  it('has an id that cannot be guessed', async () => {
    const next = await makeLead(database.db);
    expect(next).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });
});

describe('a lead that is edited', () => {
  const lead = leadInput.parse({ name: 'Anna Ivanova', company: 'Beta', notes: 'married' });

  it('takes all of it, and its messages follow', async () => {
    await remember(1, { leadId, stepId: null });
    await remember(2, { leadId, stepId: (await stepAt(database.db, leadId, 0)).id });
    expect(await editLead(database.db, { userId, leadId, lead, now: later({ hours: 1 }) })).toEqual({
      ok: true,
    });
    expect(await leadRow(database.db, leadId)).toMatchObject({
      ...lead,
      lastActivityAt: later({ hours: 1 }),
    });
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('edited');
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2 }, { revision: 2 }]);
  });

  it('is not one of somebody else', async () => {
    const before = await leadRow(database.db, leadId);
    expect(await editLead(database.db, { userId: stranger, leadId, lead, now: monday })).toEqual(notFound);
    expect(await editLead(database.db, { userId, leadId: randomUUID(), lead, now: monday })).toEqual(
      notFound,
    );
    expect(await leadRow(database.db, leadId)).toEqual(before);
  });
});

describe.each(['won', 'lost'] as const)('a lead that is %s', (status) => {
  it('is not reminded of any more', async () => {
    expect(await setStatus(status)).toMatchObject({ ok: true, cancelled: 4 });
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
    expect(await claim(database.db, later({ days: 30, hours: 1 }))).toEqual([]);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe(`status: ${status}`);
  });

  it('has its open steps cancelled, and done ones stay done', async () => {
    const step = await stepAt(database.db, leadId, 0);
    await setStepStatus(database.db, { userId, stepId: step.id, status: 'done', now: monday });
    await setStatus(status);
    expect(await statuses()).toEqual(['done', 'cancelled', 'cancelled', 'cancelled']);
    expect(await stepAt(database.db, leadId, 1)).toMatchObject({
      status: 'cancelled',
      settledAt: later({ hours: 1 }),
    });
  });

  it('is not caught up on either', async () => {
    await settle(database.db, await claimOne(database.db, monday), lost(later({ minutes: 1 })));
    await setStatus(status);
    expect((await statuses())[0]).toBe('cancelled');
    expect(await claim(database.db, later({ minutes: 1 }))).toEqual([]);
  });
});

describe('a lead that is opened again, and whose steps are restored', () => {
  it('has the reminders that were cancelled, with their dates', async () => {
    const before = await remindersOf(database.db, leadId);
    await setStatus('lost', monday);
    await setStatus('meeting', monday);
    expect(await remindersOf(database.db, leadId)).toEqual(before);
  });

  it('has one that was put off while it was open at its own date', async () => {
    await settle(database.db, await claimOne(database.db, monday), failed(later({ hours: 1 })));
    await setStatus('lost', monday);
    await setStatus('meeting', monday);
    const step = await stepAt(database.db, leadId, 0);
    expect(await reminderOf(database.db, step.id)).toMatchObject({ status: 'pending', sendAt: monday });
  });

  it('keeps what it was snoozed to', async () => {
    const step = await stepAt(database.db, leadId, 0);
    await snoozeStep(database.db, { userId, stepId: step.id, to: 'monday', now: monday });
    await setStatus('lost');
    await setStatus('new');
    expect(await reminderOf(database.db, step.id)).toMatchObject({
      status: 'pending',
      dueAt: later({ days: 7 }),
    });
  });

  it('does not repeat what had been sent', async () => {
    await send(database.db);
    await setStatus('won');
    await setStatus('contacted');
    expect(await statuses()).toEqual(['sent', 'pending', 'pending', 'pending']);
    expect(await claim(database.db, later({ days: 1 }))).toEqual([]);
  });

  it('from won to lost stays closed', async () => {
    await setStatus('won');
    await setStatus('lost');
    expect(await statuses()).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled']);
  });
});

describe('the status of a lead', () => {
  it('that is set again is not written down again', async () => {
    await setStatus('meeting');
    await setStatus('meeting', later({ hours: 2 }));
    expect(await historyOf(database.db, leadId)).toEqual(['created', 'plan: Test plan', 'status: meeting']);
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastActivityAt: later({ hours: 1 }) });
  });

  it('among open ones moves no reminder', async () => {
    const before = await remindersOf(database.db, leadId);
    await setStatus('proposal');
    expect(await remindersOf(database.db, leadId)).toEqual(before);
  });

  it('shows in all its messages', async () => {
    await remember(1, { leadId, stepId: null });
    await setStatus('won');
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2 }]);
  });

  it('of somebody else is not found', async () => {
    const act = { userId: stranger, leadId, status: 'won', now: monday } as const;
    expect(await setLeadStatus(database.db, act)).toEqual(notFound);
    expect(await statuses()).toEqual(['pending', 'pending', 'pending', 'pending']);
  });
});

describe('a note', () => {
  it('is kept as it was written, and the lead is not quiet', async () => {
    const text = 'she said: *"call <me>"*\nשלום 🎉';
    expect(await addNote(database.db, { userId, leadId, text, now: later({ days: 2 }) })).toMatchObject({
      ok: true,
    });
    expect((await historyOf(database.db, leadId)).at(-1)).toBe(`note: ${text}`);
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastActivityAt: later({ days: 2 }) });
  });

  it('for a lead of somebody else is not taken', async () => {
    const before = await leadRow(database.db, leadId);
    const note = { leadId, text: 'x', now: later({ days: 2 }) };
    expect(await addNote(database.db, { userId: stranger, ...note })).toEqual(notFound);
    expect(await addNote(database.db, { userId, ...note, leadId: randomUUID() })).toEqual(notFound);
    expect(await leadRow(database.db, leadId)).toEqual(before);
    expect(await historyOf(database.db, leadId)).toHaveLength(2);
  });
});

describe('a lead that is deleted', () => {
  it('takes everything about it along, and nothing of another lead', async () => {
    await requestPlan(database.db, { userId, leadId, now: monday });
    const other = await makePlannedLead(database.db, { days: [1] });
    expect(await deleteLead(database.db, { userId, leadId, now: monday })).toEqual({ ok: true });
    const left = [];
    for (const table of [leads, plans, planSteps, scheduledReminders, planRequests, activities, users]) {
      left.push(one(await database.db.select({ n: count() }).from(table)).n);
    }
    expect(left).toEqual([1, 1, 1, 1, 0, 2, 2]);
    expect(await remindersOf(database.db, other.leadId)).toHaveLength(1);
  });

  it('is never reminded of again', async () => {
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await claim(database.db, later({ days: 30, hours: 1 }))).toEqual([]);
  });

  it('leaves messages that will say so', async () => {
    await remember(1, { leadId, stepId: null });
    await remember(2, { leadId, stepId: (await stepAt(database.db, leadId, 0)).id });
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await messagesOf(database.db)).toMatchObject([
      { leadId: null, stepId: null, revision: 2, shown: 0 },
      { leadId: null, stepId: null, revision: 2, shown: 0 },
    ]);
  });

  it('is deleted once', async () => {
    const results = await Promise.all(
      [1, 2].map(() => deleteLead(database.db, { userId, leadId, now: monday })),
    );
    expect(results).toContainEqual({ ok: true });
    expect(results).toContainEqual(notFound);
  });

  it('is not one of somebody else', async () => {
    expect(await deleteLead(database.db, { userId: stranger, leadId, now: monday })).toEqual(notFound);
    expect(await statuses()).toHaveLength(4);
  });
});
