import { beforeEach, describe, expect, it } from 'vitest';
import { markReachable } from '../../server/auth/users.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { ClaimedMessage } from '../../server/reminders/claim.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, monday } from '../support/people.ts';
import {
  blocked,
  claim,
  claimMessages,
  claimOne,
  exhausted,
  type Fate,
  failed,
  here,
  lost,
  notTried,
  sent,
  settle,
} from '../support/reminders.ts';
import { later, messagesOf, reminderOf, remindersOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;
let message: ClaimedMessage;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
  message = await claimOne(database.db, monday);
});

const reminder = () => reminderOf(database.db, stepId);
const setStep = (status: 'open' | 'done' | 'skipped') =>
  setStepStatus(database.db, { userId, stepId, status, now: monday });
const setLead = (status: 'won' | 'new') =>
  setStatusAndRestore(database.db, { userId, leadId, status, now: monday });
const dueLocal = '2026-10-13T11:00';

const acts: Record<string, () => Promise<unknown>> = {
  done: () => setStep('done'),
  skipped: () => setStep('skipped'),
  open: () => setStep('open'),
  snoozed: () => snoozeStep(database.db, { userId, stepId, to: 'tomorrow', now: monday }),
  moved: () => editStep(database.db, { userId, stepId, title: 'x', draft: '', dueLocal, now: monday }),
  won: () => setLead('won'),
  new: () => setLead('new'),
  blocks: () => holdPerson(database.db, userId, monday),
  returns: () => markReachable(database.db, userId, monday),
};
const at = later({ minutes: 1 });
const fates: Record<string, Fate> = {
  ...{ sent: sent(), notTried: notTried(at), failed: failed(at) },
  ...{ exhausted, lost: lost(at), blocked },
};

/** What the person does while the message is on its way, then what becomes of it, then what the person does. */
const table = `
                       sent       notTried   failed     exhausted  lost         blocked
  done                 done       done       done       done       done         done
  skipped              skipped    skipped    skipped    skipped    skipped      skipped
  done,skipped         done       done       done       done       done         done
  done,open            sent       pending    pending    failed     unconfirmed  held
  done,*,open          sent       pending    pending    pending    unconfirmed  pending
  skipped,*,open       sent       pending    pending    pending    unconfirmed  pending
  snoozed              pending    pending    pending    pending    pending      held
  snoozed,done,*,open  pending    pending    pending    pending    unconfirmed  pending
  snoozed,done,open    pending    pending    pending    pending    pending      held
  snoozed,won,new      pending    pending    pending    pending    pending      held
  moved                pending    pending    pending    pending    pending      held
  done,open,snoozed    pending    pending    pending    pending    pending      held
  won                  cancelled  cancelled  cancelled  cancelled  cancelled    cancelled
  won,new              sent       pending    pending    failed     unconfirmed  held
  won,*,new            sent       pending    pending    pending    unconfirmed  pending
  won,done,*,new,open  sent       pending    pending    pending    unconfirmed  pending
  blocks               sent       pending    pending    failed     unconfirmed  held
  blocks,*,returns     sent       pending    pending    failed     unconfirmed  pending
  snoozed,blocks       held       held       held       held       held         held
  snoozed,blocks,*,returns pending pending   pending    pending    pending      pending`;

const [columns = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([story = '', ...outcomes]) =>
  outcomes.map((outcome, index) => ({ story, fate: columns[index] ?? '', outcome })),
);

async function tell(story: string, fate: string): Promise<void> {
  const [before = '', after = ''] = story.split(',*');
  for (const name of before.split(',')) await acts[name]?.();
  await settle(database.db, message, fates[fate] as Fate, later({ seconds: 30 }));
  for (const name of after.split(',')) await acts[name]?.();
}

describe('what the person did while their reminder was on its way', () => {
  it.each(cells)('counts more than what became of it: $story, $fate', async ({ story, fate, outcome }) => {
    await tell(story, fate);
    expect(await reminder()).toMatchObject({ status: outcome, claimedBy: null, leaseUntil: null });
    expect((await reminder()).attempts).toBeGreaterThanOrEqual(0);
  });

  const own = { snoozed: later({ days: 1 }), moved: later({ days: 1, hours: 2 }) };
  const comes = Object.entries(own).flatMap(([story, dueAt]) =>
    ['sent', 'notTried', 'failed', 'exhausted', 'lost'].map((fate) => ({ story, dueAt, fate })),
  );
  it.each(comes)(
    'gives it a time of their own, and it comes then: $story, $fate',
    async ({ story, dueAt, fate }) => {
      await tell(story, fate);
      expect(await reminder()).toMatchObject({ dueAt, sendAt: dueAt, unconfirmedAt: null });
      expect(await claim(database.db, new Date(dueAt.getTime() - 1))).toEqual([]);
      expect(await claimMessages(database.db, dueAt)).toMatchObject([
        { kind: 'reminder', reminders: [{ stepId, status: 'pending' }] },
      ]);
    },
  );

  it('leaves its message on record, to be put right', async () => {
    await tell('done', 'sent');
    expect(await reminder()).toMatchObject({ messageId: 77, sentAt: later({ seconds: 30 }) });
    expect(await messagesOf(database.db)).toMatchObject([{ messageId: 77, stepId, revision: 1, shown: 0 }]);
  });
});

describe('a reminder that is back on its way to the person', () => {
  it('is in flight all the time: nobody else takes it up', async () => {
    for (const story of ['done,open', 'won,new', 'blocks,returns']) {
      for (const name of story.split(',')) await acts[name]?.();
      expect(await reminder()).toMatchObject({ status: 'sending', claimedBy: here });
      expect(await claim(database.db, later({ minutes: 20 }))).toEqual([]);
    }
  });

  it.each(['done,*,open', 'skipped,*,open', 'won,*,new', 'done,open', 'won,new'])(
    'comes when nobody got it: %s',
    async (story) => {
      await tell(story, 'notTried');
      expect(await claim(database.db, at)).toMatchObject([{ stepId, status: 'pending' }]);
    },
  );

  it.each(['done,*,open', 'skipped,*,open', 'won,*,new', 'done,open', 'won,new'])(
    'is told of when nobody knows whether it arrived: %s',
    async (story) => {
      await tell(story, 'lost');
      expect(await claimMessages(database.db, at)).toMatchObject([
        { kind: 'catch-up', reminders: [{ stepId, status: 'unconfirmed' }] },
      ]);
    },
  );

  it.each(['done,*,open', 'skipped,*,open', 'won,*,new', 'done,open', 'won,new'])(
    'does not come again when it arrived: %s',
    async (story) => {
      await tell(story, 'sent');
      expect(await claim(database.db, later({ days: 1 }))).toEqual([]);
    },
  );

  it('is held at once when its person cannot be reached any more', async () => {
    await tell('done,*,open', 'blocked');
    expect(await claim(database.db, at)).toEqual([]);
    expect(await reminder()).toMatchObject({ status: 'held' });
  });
});

describe('what was deleted while its reminder was on its way', () => {
  const deleteIt = () => deleteLead(database.db, { userId, leadId, now: monday });
  const removeIt = () => removeStep(database.db, { userId, stepId, now: monday });

  it.each(Object.keys(fates))('the lead: nothing of it is left, whatever became of it: %s', async (fate) => {
    await deleteIt();
    await tell('', fate);
    expect(await remindersOf(database.db, leadId)).toEqual([]);
  });

  it.each(Object.keys(fates))('the step: the others wait as before: %s', async (fate) => {
    await removeIt();
    await tell('', fate);
    const statuses = (await remindersOf(database.db, leadId)).map(({ status }) => status);
    const waiting = fate === 'blocked' ? 'held' : 'pending';
    expect(statuses).toEqual([waiting, waiting, waiting]);
  });

  it('leaves a message that will say so', async () => {
    await deleteIt();
    await tell('', 'sent');
    expect(await messagesOf(database.db)).toMatchObject([
      { messageId: 77, leadId: null, stepId: null, shown: 0 },
    ]);
  });

  it('leaves a message that is still about the lead when only the step is gone', async () => {
    await removeIt();
    await tell('', 'sent');
    expect(await messagesOf(database.db)).toMatchObject([{ messageId: 77, leadId, stepId: null, shown: 0 }]);
  });
});
