import { expect, it } from 'vitest';
import { setModel } from '../../server/auth/model-switch.ts';
import { getUser, type User } from '../../server/auth/users.ts';
import { modelUsage } from '../../server/db/schema.ts';
import { setLeadModel } from '../../server/leads/model-switch.ts';
import { getLeadDetail } from '../../server/views/lead-detail.ts';
import { getModelView } from '../../server/views/model.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { later } from '../support/rows.ts';

const database = openTestDatabase();
const known = { name: 'test-model', sees: true, hears: false, limit: 50 };
const viewOf = async (now = monday) =>
  getModelView(database.db, (await getUser(database.db, 1001)) as User, known, now);

it('the use of the model is a person’s own, and begins anew with each day of UTC', async () => {
  await makeUser(database.db);
  await database.db.insert(modelUsage).values([
    { day: '2026-10-12', who: 1001, calls: 12 },
    { day: '2026-10-12', who: 0, calls: 400 },
    { day: '2026-10-11', who: 1001, calls: 50 },
  ]);
  expect(await viewOf()).toEqual({ ...known, off: false, today: 12 });
  expect(await viewOf(later({ days: 1 }))).toMatchObject({ today: 0 });
});

it('the model is switched off and on, for the person and for one lead, independently', async () => {
  const { user, leadId } = await makePlannedLead(database.db);
  const leadOff = async () => (await getLeadDetail(database.db, user, leadId, monday))?.modelOff;
  await setModel(database.db, { userId: 1001, off: true });
  expect([(await viewOf()).off, await leadOff()]).toEqual([true, false]);
  const name = 'Anna Petrova';
  expect(await setLeadModel(database.db, { userId: 1001, leadId, off: true })).toEqual({ ok: true, name });
  await setModel(database.db, { userId: 1001, off: false });
  expect([(await viewOf()).off, await leadOff()]).toEqual([false, true]);
});
