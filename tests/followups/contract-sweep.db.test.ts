import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { users } from '../../server/db/schema.ts';
import { addStep } from '../../server/plans/edit-steps.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makeUser, monday } from '../support/people.ts';
import { later } from '../support/rows.ts';

/** Cadence contract, T16: the follow-up sweep. A lead of Monday 12 October is quiet from Thursday on. */
const database = openTestDatabase();
const userId = 1001;
let world: BotWorld;
let leadId: string;

beforeEach(async () => {
  world = await openBotWorld(database.db);
  await world.say('/start');
  await makeUser(database.db);
  leadId = await makeLead(database.db);
});

/** How many leads are asked about at `now`. */
async function asked(now: Date): Promise<number> {
  world.clock.moveTo(now);
  await world.tick('followups');
  return (await world.messages()).filter(({ text }) => text.startsWith('🕰')).length;
}

const thursday = later({ days: 3, minutes: 1 });

describe('T16: a quiet lead', () => {
  it('is asked about inside the window only: not on Thursday night, but on Friday', async () => {
    expect(await asked(later({ days: 3, hours: 11 }))).toBe(0);
    expect(await asked(later({ days: 4 }))).toBe(1);
  });

  it('is left alone while its plan rests, or waits for something named', async () => {
    const waiting = { reason: 'waiting', waitingFor: 'contract sent', wakeLocal: null } as const;
    await pauseLead(database.db, { userId, leadId, now: monday, ...waiting });
    expect(await asked(thursday)).toBe(0);
  });

  it('is left alone while a step waits for the date of its event', async () => {
    const timing = '2 weeks after the demo';
    const words = { title: 'Call', draft: '', dueLocal: null };
    await addStep(database.db, { userId, leadId, ...words, timing, now: monday });
    expect(await asked(thursday)).toBe(0);
  });

  it('is left alone while the person is away', async () => {
    const away = { awayFrom: '2026-10-15', awayUntil: '2026-10-16' };
    await database.db.update(users).set(away).where(eq(users.id, userId));
    expect(await asked(thursday)).toBe(0);
    expect(await asked(later({ days: 7 }))).toBe(1);
  });
});
