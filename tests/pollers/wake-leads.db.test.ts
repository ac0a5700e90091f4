import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { leads, users } from '../../server/db/schema.ts';
import { deleteLead } from '../../server/leads/mutations.ts';
import { claimWakes } from '../../server/leads/wake.ts';
import { setAway } from '../../server/plans/away.ts';
import { pauseLead, wakeLater } from '../../server/plans/pause.ts';
import { resumeLead } from '../../server/plans/resume.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { wakeLeads } from '../../server/pollers/wake-leads.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons, max, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { hours, minutes } from '../support/frozen-clock.ts';
import { makeUser, monday } from '../support/people.ts';
import { leadRow } from '../support/rows.ts';
import { plannedLead } from '../support/scenes.ts';
import { openScriptedTelegram } from '../support/scripted-telegram.ts';

const database = openTestDatabase();
const wakeDay = new Date('2026-10-19T09:00:00+02:00');

/** A lead that waits for its contract until Monday, 19 October; day 0 of its plan is done, days 3 and 7 wait. */
async function waitingLead() {
  const world = await openBotWorld(database.db);
  const { leadId, stepId } = await plannedLead(world, { plan: [0, 3, 7] });
  await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: monday });
  const why = { reason: 'waiting', waitingFor: 'contract sent', wakeLocal: '2026-10-19' } as const;
  await pauseLead(database.db, { userId: olga, leadId, ...why, now: monday });
  return { world, leadId };
}

const woken = async (world: BotWorld) => (await world.messages()).filter(({ text }) => text.includes('⏰'));

describe('a lead that rests until a day', () => {
  it('is told of on that day, with what it waits for and the dates it would go on with', async () => {
    const { world, leadId } = await waitingLead();
    await world.tick('wake-leads');
    expect(await woken(world)).toEqual([]);
    world.clock.moveTo(wakeDay);
    await world.tick('wake-leads');
    const [message] = await woken(world);
    expect(message?.text).toBe(
      [
        '⏰ Anna Petrova · Acme\nYou wanted to hear of this lead again today.',
        '\nThe plan waits for: contract sent.\n\nThen 2 steps move by 5 working days:',
        '\nStep of day 3: Thu 15 Oct → Thu 22 Oct\nStep of day 7: Mon 19 Oct → Mon 26 Oct',
      ].join(''),
    );
    expect(message && buttons(message)).toEqual([
      ['resume', 'waitWeek'],
      ['replied', 'won', 'leadLost'],
      ['open'],
    ]);
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: monday, wakeAt: null });
  });

  it('is told of once, when two processes look at the same moment, and after a restart', async () => {
    const { world } = await waitingLead();
    world.clock.moveTo(wakeDay);
    const { signal } = new AbortController();
    await Promise.all([wakeLeads(world.deps, signal), wakeLeads(world.deps, signal)]);
    await world.restart();
    world.clock.advance(hours(1));
    await world.tick('wake-leads');
    expect(await woken(world)).toHaveLength(1);
  });

  it('waits for the person’s hours, and for their return', async () => {
    const { world } = await waitingLead();
    await setAway(database.db, { userId: olga, from: '2026-10-19', until: '2026-10-20', now: monday });
    for (const at of ['2026-10-19T09:00', '2026-10-20T12:00', '2026-10-21T08:59']) {
      world.clock.moveTo(new Date(`${at}:00+02:00`));
      await world.tick('wake-leads');
    }
    expect(await woken(world)).toEqual([]);
    world.clock.moveTo(new Date('2026-10-21T09:00:00+02:00'));
    await world.tick('wake-leads');
    expect(await woken(world)).toHaveLength(1);
  });

  it.each(['429', '403', '401'] as const)('comes again after %s, as if nothing had been', async (kind) => {
    const { world, leadId } = await waitingLead();
    world.clock.moveTo(wakeDay);
    await world.fault({ kind, method: 'sendMessage', retryAfter: 60 });
    await world.tick('wake-leads');
    expect(await leadRow(database.db, leadId)).toMatchObject({ wakeAt: wakeDay, wokenAt: null });
  });

  it('comes again an hour later when Telegram likes no form of its text', async () => {
    const { world, leadId } = await waitingLead();
    const telegram = await openScriptedTelegram();
    telegram.answer(() => ({ code: 400, description: 'Bad Request: message text is empty' }));
    await world.restart({ api: telegram.api() });
    world.clock.moveTo(wakeDay);
    await world.tick('wake-leads');
    const inAnHour = new Date(wakeDay.getTime() + hours(1));
    expect(await leadRow(database.db, leadId)).toMatchObject({ wakeAt: inAnHour, wokenAt: null });
  });

  it.each([
    ['goes on', (leadId: string) => resumeLead(database.db, { userId: olga, leadId, now: wakeDay })],
    ['is put off', (leadId: string) => wakeLater(database.db, { userId: olga, leadId, now: wakeDay })],
    ['is deleted', (leadId: string) => deleteLead(database.db, { userId: olga, leadId, now: wakeDay })],
  ])('is not told of when it %s while the message waits for its turn', async (_, act) => {
    const { world, leadId } = await waitingLead();
    world.clock.moveTo(wakeDay);
    const quietUntil = new Date(wakeDay.getTime() + 1000);
    await database.db.update(users).set({ quietUntil }).where(eq(users.id, olga));
    await world.restart({
      sleep: async (ms) => {
        world.clock.advance(ms);
        await act(leadId);
      },
    });
    await world.tick('wake-leads');
    expect(await woken(world)).toEqual([]);
  });

  it('does not wait behind hundreds that cannot be told of now', async () => {
    const { world } = await waitingLead();
    await makeUser(database.db, { id: max });
    await setAway(database.db, { userId: max, from: '2026-10-12', until: '2026-10-25', now: monday });
    const one = { userId: max, status: 'new', pauseReason: 'paused' } as const;
    const times = { createdAt: monday, lastActivityAt: monday, pausedAt: monday, wakeAt: monday };
    const many = Array.from({ length: 250 }, (_, index) => ({ ...one, ...times, name: `Lead ${index}` }));
    await database.db.insert(leads).values(many);
    world.clock.moveTo(wakeDay);
    await world.tick('wake-leads');
    expect(await woken(world)).toHaveLength(1);
    const backAt = new Date('2026-10-26T09:00:00+01:00');
    expect(await database.db.$count(leads, eq(leads.wakeAt, backAt))).toBe(250);
  });
});

describe('a message that nobody could confirm', () => {
  const later = (minutesLater: number) => new Date(wakeDay.getTime() + minutes(minutesLater));

  it('comes once more ten minutes later, says so, and is the last', async () => {
    const { world, leadId } = await waitingLead();
    world.clock.moveTo(wakeDay);
    await world.fault({ kind: '500', accepted: true });
    await world.tick('wake-leads');
    world.clock.moveTo(later(9));
    await world.tick('wake-leads');
    expect(await woken(world)).toHaveLength(1);
    world.clock.moveTo(later(10));
    await world.tick('wake-leads');
    const [, again] = await woken(world);
    expect(again?.text).toContain(
      '⚠️ I could not confirm that this reached you, so here it is once more.\n\n⏰ Anna Petrova · Acme\n',
    );
    expect(again && buttons(again)).toContainEqual(['resume', 'waitWeek']);
    expect(await leadRow(database.db, leadId)).toMatchObject({ wakeAt: null, wokenAt: null });
  });

  it('does not come a third time, when the second one cannot be confirmed either', async () => {
    const { world } = await waitingLead();
    await world.fault({ kind: '500', accepted: true, count: 'until-off' });
    for (const at of [0, 10, 20, 24 * 60]) {
      world.clock.moveTo(later(at));
      await world.tick('wake-leads');
    }
    expect(await woken(world)).toHaveLength(2);
  });

  it('comes when its process dies before it is sent', async () => {
    const { world } = await waitingLead();
    await claimWakes(database.db, wakeDay, 20);
    await world.restart();
    world.clock.moveTo(later(10));
    await world.tick('wake-leads');
    expect((await woken(world)).map(({ text }) => text.slice(0, 2))).toEqual(['⚠️']);
  });

  it('comes again when what came of it could not be written down', async () => {
    const { world } = await waitingLead();
    world.clock.moveTo(wakeDay);
    let transactions = 0;
    // The claim and the turn work; the third one would record that it was sent.
    await world.restart({ db: failingDb(database.db, 'transaction', () => ++transactions === 3) });
    await world.tick('wake-leads');
    world.clock.moveTo(later(10));
    await world.tick('wake-leads');
    expect((await woken(world)).map(({ text }) => text.slice(0, 1))).toEqual(['⏰', '⚠']);
  });

  it('does not come again when the person has answered the first one', async () => {
    const { world } = await waitingLead();
    world.clock.moveTo(wakeDay);
    await world.fault({ kind: '500', accepted: true });
    await world.tick('wake-leads');
    const [message] = await woken(world);
    if (message) await world.tap(message, 'waitWeek');
    world.clock.moveTo(later(10));
    await world.tick('wake-leads');
    expect(await woken(world)).toEqual([]);
  });
});

describe('the buttons of that message', () => {
  async function wokenLead() {
    const { world, leadId } = await waitingLead();
    world.clock.moveTo(wakeDay);
    await world.tick('wake-leads');
    const message = await world.last();
    const text = async () => (await world.message(message.id)).text;
    return { world, leadId, message, text };
  }

  it('let the plan go on, and that can be taken back', async () => {
    const { world, leadId, message, text } = await wokenLead();
    expect(await world.tap(message, 'resume')).toMatchObject({ text: 'The plan goes on. 2 steps moved' });
    expect(await text()).toContain('The plan goes on.\n\n2 steps moved by 5 working days:\nStep of day 3');
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: null, waitingFor: null });
    await world.tap(await world.message(message.id), 'undo');
    expect(await leadRow(database.db, leadId)).toMatchObject({ pausedAt: monday });
  });

  it('wait another week', async () => {
    const { world, leadId, message, text } = await wokenLead();
    expect(await world.tap(message, 'waitWeek')).toMatchObject({
      text: 'You hear of it again on Mon 26 Oct',
    });
    expect(await text()).toBe('⏸ Anna Petrova · Acme\nThe plan waits for: contract sent, until Mon 26 Oct.');
    const wakeAt = new Date('2026-10-26T09:00:00+01:00');
    expect(await leadRow(database.db, leadId)).toMatchObject({ wakeAt, waitingFor: 'contract sent' });
  });

  it('close the lead', async () => {
    const { world, leadId, message, text } = await wokenLead();
    await world.tap(message, 'won');
    expect(await text()).toContain('This lead is closed (won)');
    expect(await leadRow(database.db, leadId)).toMatchObject({ status: 'won', pausedAt: null });
    expect(await world.tapData(`v1:resume-now:${leadId}`)).toMatchObject({ text: 'This lead is closed' });
  });
});
