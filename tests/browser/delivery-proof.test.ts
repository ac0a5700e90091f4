import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowserWorld } from '../support/browser-world.ts';
import type { SimulatorPage } from '../support/simulator-page.ts';

const world = openBrowserWorld();
const firstStep = 'Write to Anna while it is fresh';

describe('a person who wants to know whether reminders arrive', () => {
  let olga: SimulatorPage;
  beforeAll(async () => {
    olga = await world.open();
    await olga.page.getByRole('button', { name: 'Start', exact: true }).click();
    await olga.say('/add Anna Petrova, CTO at Acme, met at the fair, wants a demo');
    await olga.messageWith('Plan “After you met: Acme”').waitFor();
    await olga.page.getByRole('button', { name: 'Menu: Open' }).click();
    await olga.app().getByText('Anna Petrova').first().waitFor();
    await tab('Settings');
  });

  const tab = (name: string) => olga.app().getByRole('link', { name }).click();
  const region = (name: string) => olga.app().getByRole('region', { name });
  const banner = () => olga.app().getByText(/Telegram does not let me write to you, so \d+ reminders wait/);
  const refusesMessages = (blocked: boolean) =>
    olga.page.evaluate(
      (body) =>
        fetch('/simulator/block', { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
      JSON.stringify({ userId: 1001, blocked }),
    );

  it('sees the next reminders with their dates, and what the bot did last', async () => {
    const next = region('Your next reminders').getByRole('link');
    await next.first().waitFor();
    expect(await next.count()).toBe(5);
    expect(await next.first().innerText()).toMatch(/Anna Petrova · Acme\s+(today, )?.*\d\d:\d\d/);
    expect(await region('What I did last').innerText()).toMatch(
      /Looked for due reminders\s+(just now|.+ ago)/,
    );
  });

  it('hears that nothing went wrong', async () => {
    await region('What did not go as it should').getByText('Nothing. Every reminder').waitFor();
  });

  it('asks for a test reminder, and it comes to the chat with a way back', async () => {
    await region('See for yourself').getByRole('button', { name: 'Send me a test reminder' }).click();
    await olga.app().getByText('On its way. Look in the chat with the bot.').waitFor();
    const test = olga.messageWith('This is a test reminder');
    await test.getByText(/You asked for it on .+; it was on its way for /).waitFor();
    await test.getByRole('button', { name: 'Open settings' }).waitFor();
  });

  it('gets from a reminder to its step, and back', async () => {
    await region('Your next reminders').getByRole('link', { name: firstStep }).click();
    await olga.app().getByRole('heading', { name: 'Anna Petrova' }).waitFor();
    await olga.app().getByRole('checkbox', { name: firstStep }).waitFor();
    await olga.page.getByRole('region', { name: 'Mini App' }).getByRole('button', { name: 'Back' }).click();
    await olga.app().getByRole('heading', { name: 'Settings', level: 1 }).waitFor();
  });

  it('sees on Today and in Settings that Telegram refuses messages, and how many reminders wait', async () => {
    await refusesMessages(true);
    await banner().waitFor();
    await region('See for yourself').getByText('would not reach you now').waitFor();
    await tab('Today');
    await banner().waitFor();
    const chat = olga.app().getByRole('link', { name: 'Open the chat' });
    expect(await chat.getAttribute('href')).toMatch(/^https:\/\/t\.me\/\w+$/);
  });

  it('is rid of it once the bot may write again', async () => {
    await refusesMessages(false);
    await expect.poll(() => banner().count()).toBe(0);
  });

  it('sees no error in the console on the way', () => {
    expect(olga.complaints).toEqual([]);
  });
});
