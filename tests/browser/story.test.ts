import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppProcess, choosePlace, startProgram } from '../support/app-process.ts';
import { launchChromium } from '../support/chromium.ts';

/**
 * The main job as a new user lives it: the real program, started as `npm start` does, in a real browser. The tests are
 * the chapters of one story and run in order.
 */
describe('a new user follows up on a lead', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'followthrough-story-'));
  let place: Awaited<ReturnType<typeof choosePlace>>;
  let program: AppProcess;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    place = await choosePlace(dataDir);
    program = await startProgram(place.env);
    browser = await launchChromium();
    page = await openSimulator();
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  async function openSimulator(): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width: 1200, height: 900 },
      timezoneId: 'Europe/Berlin',
    });
    const opened = await context.newPage();
    opened.setDefaultTimeout(15_000);
    opened.on('pageerror', (error) => complaints.push(error.message));
    opened.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    await opened.goto(place.simulatorUrl);
    return opened;
  }

  const app = (): FrameLocator => page.frameLocator('iframe');
  const messages = (): Locator => page.getByRole('log', { name: 'Messages' });
  const lastMessage = (): Locator => messages().getByRole('article').last();
  const messageWith = (text: string | RegExp): Locator =>
    messages().getByRole('article').filter({ hasText: text }).last();
  const checkbox = (name: string): Locator => app().getByRole('checkbox', { name });
  const say = async (text: string) => {
    await page.getByRole('textbox', { name: 'Message' }).fill(text);
    await page.keyboard.press('Enter');
  };
  /** Resolves when the clock has moved and what was due on the way is sent. */
  const moveClock = async (button: string) => {
    const moved = page.waitForResponse((response) => response.url().endsWith('/simulator/clock'));
    await page.getByRole('button', { name: button }).click();
    await moved;
  };
  const firstStep = 'Say hello and pick up the thread';

  it('presses Start and is greeted, with the buttons that matter', async () => {
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    await messageWith('Hi Olga, I am Followthrough').waitFor();
    for (const name of [/Add a lead/, /Today/, /Open the app/, /Help/]) {
      await messages().getByRole('button', { name }).waitFor();
    }
  });

  it('adds a lead with one line and gets a plan of dated steps', async () => {
    await say('/add Anna Petrova, CTO at Acme, met at the fair, wants a demo');
    const plan = messageWith('Plan “Event contact”');
    await plan.waitFor();
    expect(await plan.innerText()).toMatch(/1\. Say hello[\s\S]*2\.[\s\S]*3\.[\s\S]*4\./);
    await plan.getByText('edited').waitFor();
  });

  it('is reminded when the clock reaches the first step', async () => {
    await moveClock('+1 day');
    await moveClock('To the next reminder');
    const reminder = messageWith(/🔔[\s\S]*step \d of 5/);
    await reminder.waitFor();
    expect(await reminder.locator('b, strong').allInnerTexts()).toContain('Anna Petrova');
    for (const name of ['Done', 'Snooze 1 day', 'Skip', 'Copy draft', 'Open']) {
      await reminder.getByRole('button', { name }).waitFor();
    }
  });

  it('opens the Mini App on exactly that lead and step', async () => {
    await messageWith(firstStep).getByRole('button', { name: 'Open' }).click();
    await app().getByRole('heading', { name: 'Anna Petrova' }).waitFor();
    await checkbox(firstStep).waitFor();
    await app().getByRole('button', { name: 'Done' }).waitFor();
  });

  it('ticks the step there, and the message in the chat turns into "done"', async () => {
    await checkbox(firstStep).check();
    await messageWith(/Say hello and pick up the thread[\s\S]*Done \w{3} \d/).waitFor();
    await messageWith(firstStep).getByRole('button', { name: 'Undo' }).waitFor();
  });

  it('unticks it, and step and reminder are open again', async () => {
    await checkbox(firstStep).uncheck();
    await messageWith(firstStep).getByRole('button', { name: 'Snooze 1 day' }).waitFor();
    expect(await checkbox(firstStep).isChecked()).toBe(false);
  });

  it('presses Done in the chat, and the open Mini App shows it without a reload', async () => {
    await messageWith(firstStep).getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => checkbox(firstStep).isChecked(), { timeout: 10_000 }).toBe(true);
  });

  it('stops and starts again: everything is there and nothing is sent twice', async () => {
    const before = await messages().getByRole('article').count();
    await page.close();
    expect(await program.stop('SIGINT')).toBe(0);
    program = await startProgram(place.env);
    page = await openSimulator();
    await messageWith('Hi Olga').waitFor();
    await expect.poll(() => messages().getByRole('article').count()).toBe(before);
    await messageWith('Plan “Event contact”').getByRole('button', { name: 'Open plan' }).click();
    await expect.poll(() => checkbox(firstStep).isChecked()).toBe(true);
  });

  it('deletes the lead after a confirmation, and hears of it no more', async () => {
    await app().getByRole('button', { name: 'Delete lead' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Delete/ })
      .click();
    await messageWith('This lead was deleted').waitFor();
    const before = await messages().getByRole('article').count();
    await moveClock('To the next reminder');
    await page.getByText('No reminder is scheduled').waitFor();
    for (let day = 0; day < 7; day += 1) await moveClock('+1 day');
    expect(await messages().getByRole('article').count()).toBe(before);
    expect(await lastMessage().innerText()).not.toMatch(/🔔/);
  });

  it('sees no error in the console on the way', () => {
    expect(complaints).toEqual([]);
  });
});
