import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowserWorld } from '../support/browser-world.ts';
import type { SimulatorPage } from '../support/simulator-page.ts';

const world = openBrowserWorld();

/**
 * The main job as a new user lives it: the real program, started as `npm start` does, in a real browser. The tests are
 * the chapters of one story and run in order.
 */
describe('a new user follows up on a lead', () => {
  let olga: SimulatorPage;
  beforeAll(async () => {
    olga = await world.open();
  });

  const firstStep = 'Write to Anna while it is fresh';
  /** Not the morning digest, which lists the step as well. */
  const reminder = new RegExp(`^(?![\\s\\S]*☀️)[\\s\\S]*${firstStep}`);
  const checkbox = () => olga.app().getByRole('checkbox', { name: firstStep });
  const count = () => olga.messages().getByRole('article').count();

  it('presses Start and is greeted, with the buttons that matter', async () => {
    await olga.page.getByRole('button', { name: 'Start', exact: true }).click();
    await olga.messageWith('Hi Olga, I am Followthrough').waitFor();
    for (const name of [/Add a lead/, /Today/, /Open the app/, /Help/]) {
      await olga.messages().getByRole('button', { name }).waitFor();
    }
  });

  it('adds a lead with one line and gets a plan of dated steps', async () => {
    await olga.say('/add Anna Petrova, CTO at Acme, met at the fair, wants a demo');
    const plan = olga.messageWith('Plan “After you met: Acme”');
    await plan.waitFor();
    expect(await plan.innerText()).toMatch(/1\. Write to Anna[\s\S]*2\.[\s\S]*3\.[\s\S]*4\./);
    await plan.getByText('edited').waitFor();
  });

  it('is reminded when the clock reaches the first step', async () => {
    await olga.moveClock('+1 day');
    await olga.moveClock('To the next reminder');
    const message = olga.messageWith(/🔔[\s\S]*step \d of 5/);
    await message.waitFor();
    expect(await message.locator('b, strong').allInnerTexts()).toContain('Anna Petrova');
    for (const name of ['Done', 'Snooze', 'Skip', 'Copy draft', 'Open']) {
      await message.getByRole('button', { name }).waitFor();
    }
  });

  it('opens the Mini App on exactly that lead and step', async () => {
    await olga.messageWith(reminder).getByRole('button', { name: 'Open' }).click();
    await olga.app().getByRole('heading', { name: 'Anna Petrova' }).waitFor();
    await checkbox().waitFor();
    await olga.app().getByRole('button', { name: 'Done' }).waitFor();
  });

  it('ticks the step there, and the message in the chat turns into "done"', async () => {
    await checkbox().check();
    await olga.messageWith(/Write to Anna while it is fresh[\s\S]*Done \w{3} \d/).waitFor();
    await olga.messageWith(reminder).getByRole('button', { name: 'Undo' }).waitFor();
  });

  it('unticks it, and step and reminder are open again', async () => {
    await checkbox().uncheck();
    await olga.messageWith(reminder).getByRole('button', { name: 'Snooze' }).waitFor();
    expect(await checkbox().isChecked()).toBe(false);
  });

  it('presses Done in the chat, and the open Mini App shows it without a reload', async () => {
    await olga.messageWith(reminder).getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => checkbox().isChecked()).toBe(true);
  });

  it('stops and starts again: everything is there and nothing is sent twice', async () => {
    const before = await count();
    expect(olga.complaints).toEqual([]);
    await olga.close();
    expect(await world.restart()).toBe(0);
    olga = await world.open();
    await olga.messageWith('Hi Olga').waitFor();
    await expect.poll(count).toBe(before);
    await olga.messageWith('Plan “After you met: Acme”').getByRole('button', { name: 'Open plan' }).click();
    await expect.poll(() => checkbox().isChecked()).toBe(true);
  });

  it('deletes the lead after a confirmation, and hears of it no more', async () => {
    await olga.app().getByRole('button', { name: 'Delete lead' }).click();
    await olga.page
      .getByRole('dialog')
      .getByRole('button', { name: /Delete/ })
      .click();
    await olga.messageWith('This lead was deleted').waitFor();
    const before = await count();
    await olga.moveClock('To the next reminder');
    await olga.page.getByText('No reminder is scheduled').waitFor();
    for (let day = 0; day < 7; day += 1) await olga.moveClock('+1 day');
    expect(await count()).toBe(before);
  });

  it('sees no error in the console on the way', () => {
    expect(olga.complaints).toEqual([]);
  });
});
