import { beforeEach, describe, expect, it } from 'vitest';
import { getUser, markReachable, type User } from '../../server/auth/users.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { getSettingsPage } from '../../server/views/settings.ts';
import { getTodayPage } from '../../server/views/today.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
});

/** What Today says is held; Settings must say the same. */
async function heldOf(id = userId) {
  const person = (await getUser(database.db, id)) as User;
  const today = await getTodayPage(database.db, person, 'test_bot', monday);
  const model = { name: null, sees: false, hears: false, limit: 50 };
  const process = { botUsername: 'test_bot', pollers: [], model };
  const settings = await getSettingsPage(database.db, person, process, monday);
  expect(settings).toMatchObject({ held: today.held, reachable: today.held === null });
  return today.held;
}

const stepId = async (index: number) => (await stepAt(database.db, leadId, index)).id;
const botLink = 'https://t.me/test_bot';

describe('a person whom Telegram lets us write to', () => {
  it('has nothing held', async () => {
    expect(await heldOf()).toBeNull();
  });
});

describe('a person whose messages Telegram refuses', () => {
  beforeEach(() => holdPerson(database.db, userId, monday));

  it('learns how many reminders wait, and where to press Start', async () => {
    expect(await heldOf()).toEqual({ count: 4, botLink });
  });

  it('does not wait for what is done or closed', async () => {
    await setStepStatus(database.db, { userId, stepId: await stepId(0), status: 'done', now: monday });
    expect(await heldOf()).toEqual({ count: 3, botLink });
    await setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday });
    expect(await heldOf()).toEqual({ count: 0, botLink });
  });

  it('waits as well for what got a new date meanwhile', async () => {
    await snoozeStep(database.db, { userId, stepId: await stepId(0), to: 'tomorrow', now: monday });
    expect(await heldOf()).toEqual({ count: 4, botLink });
  });

  it('has nothing held once they wrote to the bot', async () => {
    await markReachable(database.db, userId, monday);
    expect(await heldOf()).toBeNull();
  });

  it('holds nobody else up', async () => {
    await makeUser(database.db, { id: 1002 });
    expect(await heldOf(1002)).toBeNull();
    await holdPerson(database.db, 1002, monday);
    expect(await heldOf(1002)).toEqual({ count: 0, botLink });
  });
});
