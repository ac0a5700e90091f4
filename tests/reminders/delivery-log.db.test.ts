import { beforeEach, describe, expect, it } from 'vitest';
import { markReachable } from '../../server/auth/users.ts';
import { deliveryLog } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { forgetOldLog } from '../../server/reminders/delivery-log.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, monday } from '../support/people.ts';
import {
  blocked,
  claimOne,
  exhausted,
  type Fate,
  failed,
  logOf,
  logRows,
  lost,
  notTried,
  send,
  sent,
  settle,
} from '../support/reminders.ts';
import { later, one, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const now = later({ minutes: 5 });
let leadId: string;
let stepId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
});

const log = () => logRows(database.db, stepId);
const setStep = (status: 'open' | 'done' | 'skipped') =>
  setStepStatus(database.db, { userId, stepId, status, now });
const setLead = (status: 'won' | 'new') => setStatusAndRestore(database.db, { userId, leadId, status, now });

describe('the log of a reminder', () => {
  it('begins when it is scheduled', async () => {
    expect(await log()).toEqual([{ status: 'pending', cause: 'scheduled', at: monday }]);
  });

  it.each<[string, () => Promise<unknown>, { status: string; cause: string }]>([
    ['is done', () => setStep('done'), { status: 'done', cause: 'done by the person' }],
    ['is skipped', () => setStep('skipped'), { status: 'skipped', cause: 'skipped by the person' }],
    [
      'is snoozed',
      () => snoozeStep(database.db, { userId, stepId, to: '1h', now }),
      { status: 'pending', cause: 'snoozed by the person' },
    ],
    [
      'gets a new date',
      () =>
        editStep(database.db, { userId, stepId, title: 'x', draft: '', dueLocal: '2026-10-20T09:00', now }),
      { status: 'pending', cause: 'scheduled' },
    ],
    ['has its lead closed', () => setLead('won'), { status: 'cancelled', cause: 'the lead was closed' }],
    [
      'cannot be sent because its person blocked the bot',
      () => holdPerson(database.db, userId, now),
      { status: 'held', cause: 'Telegram refuses messages to this person' },
    ],
  ])('tells when it %s', async (_, act, line) => {
    await act();
    expect((await log()).slice(1)).toEqual([{ ...line, at: now }]);
  });

  it('tells what was taken back', async () => {
    await setStep('done');
    await setStep('open');
    await setLead('won');
    await setLead('new');
    await holdPerson(database.db, userId, now);
    await markReachable(database.db, userId, now);
    expect((await log()).slice(1)).toEqual([
      { status: 'done', cause: 'done by the person', at: now },
      { status: 'pending', cause: 'opened again by the person', at: now },
      { status: 'cancelled', cause: 'the lead was closed', at: now },
      { status: 'pending', cause: 'the lead was opened again', at: now },
      { status: 'held', cause: 'Telegram refuses messages to this person', at: now },
      { status: 'pending', cause: 'the person can be reached again', at: now },
    ]);
  });

  it.each<[string, Fate, string]>([
    ['sent', sent(), 'Telegram took the message'],
    ['pending', notTried(now), 'Too Many Requests'],
    ['pending', failed(now), 'Bad Request'],
    ['failed', exhausted, 'Bad Request'],
    ['unconfirmed', lost(now), 'time-out'],
    ['held', blocked, 'Forbidden: bot was blocked by the user'],
  ])('tells what became of it: %s, and why', async (status, fate, cause) => {
    const message = await claimOne(database.db, monday);
    await settle(database.db, message, fate, now);
    expect((await log()).slice(1)).toEqual([
      { status: 'sending', cause: 'claimed', at: monday },
      { status, cause, at: now },
    ]);
  });

  it('tells what became of a message when its step was done before the answer came', async () => {
    const message = await claimOne(database.db, monday);
    await setStep('done');
    await settle(database.db, message, sent(), now);
    expect((await logOf(database.db, stepId)).slice(2)).toEqual([
      'done: done by the person',
      'done: Telegram took the message',
    ]);
  });

  it('tells nothing when nothing happened', async () => {
    await setStep('open');
    await setLead('new');
    expect(await log()).toHaveLength(1);
  });

  it('is that of its own reminder only', async () => {
    await setStep('done');
    const other = await stepAt(database.db, leadId, 1);
    expect(await logOf(database.db, other.id)).toEqual(['pending: scheduled']);
  });
});

describe('the log of what is gone', () => {
  const count = () => database.db.$count(deliveryLog);

  it('goes with the step, and with the lead', async () => {
    await send(database.db);
    expect(await count()).toBe(4 + 2);
    await removeStep(database.db, { userId, stepId, now });
    expect(await count()).toBe(3);
    await deleteLead(database.db, { userId, leadId, now: monday });
    expect(await count()).toBe(0);
  });

  it('of ninety days ago is forgotten, and no day earlier', async () => {
    await send(database.db, later({ days: 1 }));
    await forgetOldLog(database.db, later({ days: 90 }));
    expect(await count()).toBe(4 + 2);
    await forgetOldLog(database.db, later({ days: 90, seconds: 1 }));
    expect(one(await log())).toEqual({ status: 'sending', cause: 'claimed', at: later({ days: 1 }) });
    expect(await count()).toBe(2);
    await forgetOldLog(database.db, later({ days: 92 }));
    expect(await count()).toBe(0);
  });
});
