import { beforeEach, describe, expect, it } from 'vitest';
import { users } from '../../server/db/schema.ts';
import {
  type Facts,
  type ReminderEvent,
  type ReminderStatus,
  transition,
  transitions,
} from '../../server/reminders/delivery.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, monday } from '../support/people.ts';
import { logOf } from '../support/reminders.ts';
import { reminderOf, stepAt } from '../support/rows.ts';
import { events, factsOf, isPossible, readReminder, setFacts } from './events.ts';

const database = openTestDatabase();
let id: string;
let stepId: string;

beforeEach(async () => {
  const { leadId } = await makePlannedLead(database.db, { days: [0] });
  stepId = (await stepAt(database.db, leadId, 0)).id;
  ({ id } = await reminderOf(database.db, stepId));
});

const statuses = [...transitions.finish.from];
const yesOrNo = [false, true];
const factsWhile = (status: ReminderStatus): Facts[] =>
  yesOrNo
    .flatMap((inFlight) => yesOrNo.map((sent) => ({ inFlight, sent })))
    .flatMap((facts) => yesOrNo.map((unconfirmed) => ({ status, ...facts, unconfirmed })))
    .filter(isPossible);
const cases = (Object.keys(events) as ReminderEvent[]).flatMap((event) =>
  statuses.map((status) => ({ event, status })),
);

describe('what the database makes of a reminder is what the table says, and its log tells of it', () => {
  it.each(cases)('$event while $status', async ({ event, status }) => {
    for (const facts of factsWhile(status)) {
      await setFacts(database.db, id, facts);
      await database.db.update(users).set({ unreachableAt: null, quietUntil: null });
      const before = await readReminder(database.db, id);
      const { length: written } = await logOf(database.db, stepId);
      expect(factsOf(before)).toEqual(facts);
      await events[event](database.db, before, monday);
      const after = await readReminder(database.db, id);
      expect({ facts, status: after.status }).toEqual({ facts, status: transition(event, facts) ?? status });
      const lines = (await logOf(database.db, stepId)).slice(written);
      if (after.status !== status) expect(lines.at(-1)).toMatch(new RegExp(`^${after.status}: .`));
    }
  });
});
