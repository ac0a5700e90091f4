import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowserWorld } from '../support/browser-world.ts';
import type { SimulatorPage } from '../support/simulator-page.ts';

const world = openBrowserWorld();

/**
 * A whole plan in the simulator, as a new user can watch it in two minutes by moving the clock: it runs, slips, recovers
 * and ends. The chapters run in order.
 */
describe('a plan runs, slips and recovers', () => {
  let olga: SimulatorPage;
  beforeAll(async () => {
    olga = await world.open();
  });

  const first = 'Write to Anna while it is fresh';
  const rest = [
    'Offer Anna one useful page',
    'Talk to Anna for fifteen minutes',
    'Offer Anna a smaller start',
  ];
  const last = 'Ask Anna for a yes, a no or a date';
  /** The newest message about one step alone: morning digests name it too. */
  const about = (title: string) =>
    olga.messages().getByRole('article').filter({ hasText: title, hasNotText: '☀️' }).last();
  const settled = () => about(first).filter({ hasText: /Done \w{3} \d/ });
  const done = (title: string) => about(title).getByRole('button', { name: 'Done' });
  const openFrom = async (title: string) => {
    await about(title).getByRole('button', { name: 'Open' }).click();
    await olga.app().getByRole('heading', { name: 'Anna Petrova' }).waitFor();
  };
  /** Its session does not last for the days that the clock is about to jump over. */
  const closeApp = () => olga.page.getByRole('button', { name: 'Close', exact: true }).click();
  const datesInApp = async () => {
    const steps = await olga
      .app()
      .getByRole('region', { name: /^Plan/ })
      .getByRole('listitem')
      .allInnerTexts();
    return steps.map((words) => words.match(/\w{3} \d+ \w{3}, 09:00/)?.[0]).filter(Boolean);
  };

  it('starts with a plan, each step with its date', async () => {
    await olga.page.getByRole('button', { name: 'Start', exact: true }).click();
    await olga.messageWith('Hi Olga').waitFor();
    await olga.say('/add Anna Petrova, CTO at Acme, met at the fair, wants a demo');
    const plan = olga.messageWith('Plan “After you met: Acme”');
    await plan.waitFor();
    await plan.getByRole('button', { name: 'Open plan' }).click();
    await olga.app().getByRole('heading', { name: 'Anna Petrova' }).waitFor();
    await olga.app().getByText('Why then?').waitFor();
    await closeApp();
  });

  it('reminds of the first step, and once more when nothing happens', async () => {
    await olga.moveClock('To the next reminder');
    await olga.messageWith(new RegExp(`🔔[\\s\\S]*${first}`)).waitFor();
    for (let day = 0; day < 5; day += 1) await olga.moveClock('+1 day');
    await olga.messageWith(new RegExp(`Still open[\\s\\S]*${first}`)).waitFor();
    expect(await olga.messages().getByRole('article').filter({ hasText: '🔔' }).count()).toBe(1);
  });

  let planned: (string | undefined)[];

  it('is done late, and the later steps move with it', async () => {
    await openFrom(first);
    await expect.poll(datesInApp).not.toEqual([]);
    planned = await datesInApp();
    await done(first).click();
    await settled().waitFor();
    expect(await settled().innerText()).toMatch(/4 later steps moved by \d working days: /);
    await expect.poll(datesInApp).not.toEqual(planned);
  });

  it('is as it was after Undo, in the chat and in the app', async () => {
    await settled().getByRole('button', { name: 'Undo' }).click();
    await done(first).waitFor();
    await expect.poll(datesInApp).toEqual(planned);
    await closeApp();
  });

  it('goes on step by step, each reminded of once, to the end', async () => {
    await done(first).click();
    await settled().waitFor();
    for (const title of [...rest, last]) {
      await olga.moveClock('To the next reminder');
      await about(title).filter({ hasText: '🔔' }).waitFor();
      await done(title).click();
      await about(title).filter({ hasText: '✅' }).waitFor();
    }
    await olga.messageWith('That was the last open step of the plan').waitFor();
    await openFrom(last);
    await olga.app().getByText('5 of 5 steps').waitFor();
  });

  it('sees no error in the console on the way', () => {
    expect(olga.complaints).toEqual([]);
  });
});
