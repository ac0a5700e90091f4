import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { markReachable } from '../../server/auth/users.ts';
import { planSteps } from '../../server/db/schema.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { ClaimedMessage } from '../../server/reminders/claim.ts';
import { getNextSendAt } from '../../server/reminders/queries.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { takeOverFromTheDead } from '../../server/reminders/take-over.ts';
import { inZone, toLocal } from '../../server/time/wall-time.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import {
  blocked,
  claimMessages,
  endLeases,
  type Fate,
  failed,
  lost,
  notTried,
  sent,
  settle,
} from '../support/reminders.ts';
import { later, reminderOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const minute = 60_000;
let leadId: string;
let stepId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db, { days: [0] }));
  stepId = (await stepAt(database.db, leadId, 0)).id;
});

/** One person, one step and a sender, each of whom does anything at any time; `random` decides. */
function world(random: () => number) {
  const { db } = database;
  let now = later({});
  /** Also those whose lease has run out: their answers come late. */
  const inFlight: ClaimedMessage[] = [];
  /** The due dates for which a reminder message is known to have arrived. */
  const arrived: number[] = [];
  const soon = () => new Date(now.getTime() + minute);

  async function claim(): Promise<boolean> {
    const messages = await claimMessages(db, now);
    inFlight.push(...messages);
    return messages.length > 0;
  }
  async function end(fate: Fate) {
    const [message] = inFlight.splice(Math.floor(random() * inFlight.length), 1);
    if (!message) return;
    for (const { status, dueAt } of message.reminders)
      if (fate.event === 'deliver' && status === 'pending') arrived.push(dueAt.getTime());
    await settle(db, message, fate, now);
  }
  const step = (status: 'open' | 'done' | 'skipped') => setStepStatus(db, { userId, stepId, status, now });
  const lead = (status: 'won' | 'new') => setStatusAndRestore(db, { userId, leadId, status, now });
  const move = async () => {
    const dueLocal = toLocal(inZone(new Date(now.getTime() + (1 + random() * 30) * minute), 'Europe/Berlin'));
    await editStep(db, { userId, stepId, title: 'Step', draft: '', dueLocal, now });
  };
  const snooze = (to: '1h' | 'tomorrow') => snoozeStep(db, { userId, stepId, to, anyway: true, now });

  const acts: (() => Promise<unknown>)[] = [
    ...[claim, claim, claim, () => end(sent()), () => end(sent())],
    ...[() => end(notTried()), () => end(failed(soon())), () => end(lost(soon())), () => end(blocked)],
    ...[() => step('done'), () => step('skipped'), () => step('open'), () => step('open')],
    ...[() => lead('won'), () => lead('new'), () => snooze('1h'), () => snooze('tomorrow'), move],
    ...[() => holdPerson(db, userId, now), () => markReachable(db, userId, now)],
    async () => {
      await endLeases(db);
      await takeOverFromTheDead(db, now);
    },
  ];
  return {
    arrived,
    async act() {
      now = new Date(now.getTime() + Math.floor(random() * 20 * minute));
      await acts[Math.floor(random() * acts.length)]?.();
    },
    /** The step and its lead are open, the person can be reached, and the sender goes on until nothing is left. */
    async rest() {
      while (inFlight.length > 0) await end(lost(soon()));
      await lead('new');
      await step('open');
      await markReachable(db, userId, now);
      for (let next = await getNextSendAt(db); next; next = await getNextSendAt(db)) {
        now = new Date(Math.max(now.getTime(), next.getTime()));
        if (await claim()) await end(sent());
      }
    },
  };
}

describe('whatever happens in whatever order', () => {
  it.each(Array.from({ length: 12 }, (_, seed) => seed + 1))(
    'no reminder message comes twice for one date, and in the end the person has heard of the step (%i)',
    async (seed) => {
      const { act, rest, arrived } = world(seededRandom(seed));
      for (let count = 0; count < 40; count += 1) await act();
      await rest();
      expect(arrived).toEqual([...new Set(arrived)]);
      expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sent', claimedBy: null });
      const [step] = await database.db.select().from(planSteps).where(eq(planSteps.id, stepId));
      expect(step).toMatchObject({ status: 'open' });
    },
  );
});
