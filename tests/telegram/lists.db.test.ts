import { describe, expect, it } from 'vitest';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { button, buttons, formatted } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { days } from '../support/frozen-clock.ts';
import { makeLead, makeUser } from '../support/people.ts';
import { plannedLead } from '../support/scenes.ts';

const database = openTestDatabase();

async function addLeads(world: BotWorld, count: number): Promise<void> {
  await world.say('/start');
  await makeUser(database.db);
  for (let number = 1; number <= count; number += 1) await makeLead(database.db, { name: `Lead ${number}` });
}

describe('/leads', () => {
  it('says how to begin when there are none', async () => {
    const world = await openBotWorld(database.db);
    const list = await world.say('/leads');
    expect(list.text).toContain('No leads yet');
    expect(buttons(list)).toEqual([['addLead']]);
  });

  it('shows each lead with its next step, the overdue one marked', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { name: 'Late Lee', plan: [0, 3] });
    await plannedLead(world, { name: 'Early Eve', plan: [7] });
    world.clock.advance(days(1));
    const list = await world.say('/leads');
    expect(list.text).toContain('2 open, 1 overdue');
    expect(list.text).toContain('🔴 Late Lee · Acme\nStep of day 0 · 1 day late');
    expect(list.text).toContain('\n\nEarly Eve · Acme\nStep of day 7 · Mon 19');
    expect(formatted(list)).toContain('bold: Late Lee');
    expect(button(list, 'openApp')).toMatchObject({ web_app: { url: 'https://app.example.org/leads' } });
  });

  it('says which lead is being drafted, has no step, or is closed', async () => {
    const world = await openBotWorld(database.db);
    await addLeads(world, 1);
    expect((await world.say('/leads')).text).toContain('Lead 1 · Acme\nno open step');
  });

  it('turns its pages in the one message', async () => {
    const world = await openBotWorld(database.db);
    await addLeads(world, 9);
    const first = await world.say('/leads');
    expect(first.text).toContain('Page 1 of 2');
    expect(first.text).not.toContain('Lead 9');
    expect(buttons(first)).toEqual([['next'], ['openApp']]);
    await world.tap(first, 'next');
    const second = await world.message(first.id);
    expect(second.text).toContain('Lead 9');
    expect(second.text).not.toContain('Lead 8');
    expect(buttons(second)).toEqual([['previous'], ['openApp']]);
    await world.tap(second, 'previous');
    expect((await world.message(first.id)).text).toBe(first.text);
  });

  it('stands a second tap on the same button, and a page that is no longer there', async () => {
    const world = await openBotWorld(database.db);
    await addLeads(world, 9);
    const first = await world.say('/leads');
    await world.tapTogether(first, 'next');
    expect((await world.message(first.id)).text).toContain('Page 2 of 2');
    await world.tapData('v1:leads:9999');
    expect((await world.last()).text).toContain('Page 2 of 2');
    expect(world.complaints()).toEqual([]);
  });
});

describe('/today', () => {
  it('lists what is overdue and what is due, and counts what is settled', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { name: 'Anna *Petrova*', plan: [0, 1] });
    world.clock.advance(days(1));
    const today = await world.say('/today');
    expect(today.text).toContain('Tuesday, 13 October');
    expect(today.text).toContain('Overdue\nStep of day 0 · Anna *Petrova* · 1 day late');
    expect(today.text).toContain('Today\nStep of day 1 · Anna *Petrova* · 09:00');
  });

  it('is empty in a friendly way', async () => {
    const world = await openBotWorld(database.db);
    expect((await world.say('/today')).text).toContain('Nothing to do today. 🎉');
  });
});

describe('/settings', () => {
  it('shows the days, the country and how days are counted', async () => {
    const world = await openBotWorld(database.db);
    await world.say('/start');
    const change = { workingDays: [1, 2, 4, 7], countWorkingDays: true, holidays: 'DE', closes: 24 };
    await changePersonTime(database.db, { userId: 1001, change, now: world.clock.now() });
    const { text } = await world.say('/settings');
    expect(text).toContain('Your hours: 09:00 to 24:00, Mon, Tue, Thu, Sun\nPublic holidays: Germany');
    expect(text).toContain('“Day 3” is the third working day');
  });

  it('shows zone and hour, and says where the zone comes from while it is not known', async () => {
    const world = await openBotWorld(database.db);
    expect((await world.say('/settings')).text).toContain('Time zone: UTC (open the app once');
    await makeUser(database.db);
    const settings = await world.say('/settings');
    expect(settings.text).toContain('Time zone: Europe/Berlin\nReminders at: 09:00');
    expect(settings.text).toContain('Your hours: 09:00 to 18:00, Monday to Friday\nPublic holidays: none');
    expect(button(settings, 'open')).toMatchObject({ web_app: { url: 'https://app.example.org/settings' } });
  });
});
