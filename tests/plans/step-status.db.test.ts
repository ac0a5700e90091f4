import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberMessage } from '../../server/chat-messages/mutations.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import type { Step } from '../../server/plans/lock-step.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { type SettableStatus, setStepStatus } from '../../server/plans/step-mutations.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { claim, claimOne, exhausted, send, settle } from '../support/reminders.ts';
import { historyOf, later, leadRow, messagesOf, reminderOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let step: Step;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  step = await stepAt(database.db, leadId, 0);
});

const set = (status: SettableStatus, now = monday, stepId = step.id) =>
  setStepStatus(database.db, { userId, stepId, status, now });
const now = () => stepAt(database.db, leadId, 0);
const reminder = () => reminderOf(database.db, step.id);

describe('a step that is done', () => {
  it('takes its reminder with it, and history says so', async () => {
    expect(await set('done', later({ hours: 1 }))).toMatchObject({
      ok: true,
      changed: true,
      step: { status: 'done', settledAt: later({ hours: 1 }) },
      lead: { id: leadId },
      user: { id: userId },
    });
    expect(await now()).toMatchObject({ status: 'done', settledAt: later({ hours: 1 }) });
    expect(await reminder()).toMatchObject({ status: 'done' });
    expect(await historyOf(database.db, leadId)).toEqual([
      'created',
      'plan: Test plan',
      'done: Step of day 0',
    ]);
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastActivityAt: later({ hours: 1 }) });
  });

  it('is never reminded of', async () => {
    await set('done');
    expect(await claim(database.db, later({ days: 1 }))).toEqual([]);
  });

  it('leaves the other steps and reminders alone', async () => {
    await set('done');
    const other = await stepAt(database.db, leadId, 1);
    expect(other).toMatchObject({ status: 'open', settledAt: null });
    expect(await reminderOf(database.db, other.id)).toMatchObject({ status: 'pending' });
  });

  it('makes its messages tell the truth again, and no others', async () => {
    const message = { userId, chatId: userId, leadId, kind: 'reminder', now: monday } as const;
    const other = await stepAt(database.db, leadId, 1);
    await rememberMessage(database.db, { ...message, messageId: 1, stepId: step.id });
    await rememberMessage(database.db, { ...message, messageId: 2, stepId: other.id });
    await set('done');
    expect(await messagesOf(database.db)).toMatchObject([{ revision: 2 }, { revision: 1 }]);
  });

  it('changes nothing the second time, and nothing is written down', async () => {
    await set('done', later({ hours: 1 }));
    expect(await set('done', later({ hours: 2 }))).toMatchObject({ ok: true, changed: false });
    expect(await now()).toMatchObject({ settledAt: later({ hours: 1 }) });
    expect(await historyOf(database.db, leadId)).toHaveLength(3);
    expect(await leadRow(database.db, leadId)).toMatchObject({ lastActivityAt: later({ hours: 1 }) });
  });

  it('is done once when the checkbox and the button come at the same moment', async () => {
    const results = await Promise.all([set('done'), set('done'), set('done')]);
    expect(results.filter((result) => result.ok && result.changed)).toHaveLength(1);
    expect(await historyOf(database.db, leadId)).toHaveLength(3);
  });
});

describe('a step that is skipped', () => {
  it('is told from one that is done', async () => {
    await set('skipped');
    expect(await now()).toMatchObject({ status: 'skipped' });
    expect(await reminder()).toMatchObject({ status: 'skipped' });
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('skipped: Step of day 0');
  });

  it('does not become done by an old button', async () => {
    await set('skipped');
    expect(await set('done')).toMatchObject({ changed: false, step: { status: 'skipped' } });
    expect(await reminder()).toMatchObject({ status: 'skipped' });
  });
});

describe('a step that is open again', () => {
  it('has its reminder back, with its date', async () => {
    const before = await reminder();
    await set('done');
    expect(await set('open', later({ minutes: 1 }))).toMatchObject({
      changed: true,
      step: { settledAt: null },
    });
    expect(await now()).toMatchObject({ status: 'open', settledAt: null });
    expect(await reminder()).toEqual(before);
    expect((await historyOf(database.db, leadId)).at(-1)).toBe('reopened: Step of day 0');
  });

  it('is still snoozed when it was, although its reminder had gone out before', async () => {
    await send(database.db);
    await snoozeStep(database.db, {
      userId,
      stepId: step.id,
      to: later({ days: 3 }),
      now: later({ minutes: 5 }),
    });
    const before = await reminder();
    await set('done', later({ minutes: 6 }));
    await set('open', later({ minutes: 7 }));
    expect(await reminder()).toEqual(before);
    const due = await claim(database.db, later({ days: 3 }));
    due.push(...(await claim(database.db, later({ days: 3, seconds: 1 }))));
    expect(due.map((claimed) => claimed.stepId)).toContain(step.id);
  });

  it('is not reminded of again when its reminder had gone out', async () => {
    await send(database.db);
    await set('done', later({ minutes: 5 }));
    await set('open', later({ minutes: 6 }));
    expect(await reminder()).toMatchObject({ status: 'sent', messageId: 77 });
    expect(await claim(database.db, later({ days: 2 }))).toEqual([]);
  });

  it('is reminded of when its date passed while it was done and nothing had gone out', async () => {
    await set('done', later({ hours: -1 }));
    await set('open', later({ days: 1 }));
    expect(await reminder()).toMatchObject({ status: 'pending', dueAt: monday });
    expect(await claim(database.db, later({ days: 1 }))).toHaveLength(1);
  });

  it('gets its tries back when its reminder had failed', async () => {
    await settle(database.db, await claimOne(database.db, monday), exhausted);
    expect(await reminder()).toMatchObject({ status: 'failed' });
    await set('done', later({ hours: 1 }));
    await set('open', later({ hours: 2 }));
    expect(await reminder()).toMatchObject({
      ...{ status: 'pending', attempts: 0, lastError: null, dueAt: monday, sendAt: monday },
    });
  });
});

describe('a step of a closed lead', () => {
  beforeEach(() => setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday }));

  it('was cancelled with it: nothing is done with it, and nothing is sent about it', async () => {
    expect(await set('done')).toMatchObject({ changed: false });
    expect(await set('open')).toEqual({ ok: false, reason: 'closed' });
    expect(await now()).toMatchObject({ status: 'cancelled' });
    expect(await claim(database.db, later({ days: 30, hours: 1 }))).toEqual([]);
  });
});

describe('a step that was done before its lead was closed', () => {
  it('can be opened again, but nothing is sent about it', async () => {
    await set('done');
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    await set('open');
    expect(await now()).toMatchObject({ status: 'open' });
    expect(await reminder()).toMatchObject({ status: 'cancelled' });
    expect(await claim(database.db, later({ days: 30, hours: 1 }))).toEqual([]);
  });

  it('stays done when the lead is opened again', async () => {
    await set('done');
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    await setStatusAndRestore(database.db, { userId, leadId, status: 'meeting', now: monday });
    expect(await reminder()).toMatchObject({ status: 'done' });
    const other = await stepAt(database.db, leadId, 1);
    expect(await reminderOf(database.db, other.id)).toMatchObject({ status: 'pending' });
  });
});

describe('a step of somebody else', () => {
  it('is not found, and nothing changes', async () => {
    await makeUser(database.db, { id: 2002 });
    const before = [await now(), await reminder(), await historyOf(database.db, leadId)];
    for (const status of ['done', 'skipped', 'open'] as const) {
      const result = await setStepStatus(database.db, { userId: 2002, stepId: step.id, status, now: monday });
      expect(result).toEqual({ ok: false, reason: 'not-found' });
    }
    expect([await now(), await reminder(), await historyOf(database.db, leadId)]).toEqual(before);
  });

  it('looks the same as one that never was', async () => {
    expect(await set('done', monday, randomUUID())).toEqual({ ok: false, reason: 'not-found' });
  });
});
