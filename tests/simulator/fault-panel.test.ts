import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../server/simulator/index.ts';
import { launchChromium } from '../support/chromium.ts';
import { openSimulatorPage, type SimulatorPage } from '../support/simulator-page.ts';
import { botFor, MAX, OLGA, post, say, startTrial, stateOf } from './support.ts';

let browser: Browser;
let simulator: Simulator;
let olga: SimulatorPage;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());
beforeEach(async () => {
  simulator = await startTrial();
  await say(simulator, '/start');
  olga = await openSimulatorPage(browser, simulator.url);
  await olga.messageWith('/start').waitFor();
});
afterEach(async () => {
  expect(olga.complaints).toEqual([]);
  await olga.close();
  await simulator.close();
});

const opener = () => olga.page.getByRole('button', { name: /^Faults/ });
const panel = () => olga.page.getByRole('group', { name: 'Faults' });
const fault = (name: string) => panel().getByRole('switch', { name });
const word = () => olga.page.getByRole('status').filter({ hasText: 'Fault on' });
const send = (text: string) =>
  botFor(simulator)
    .api.sendMessage(OLGA, text)
    .then(
      () => 'works',
      () => 'fails',
    );
const current = async () => (await stateOf(simulator)).fault;

describe('the panel of faults', () => {
  it('plays one on the next message only, and says so while it is on', async () => {
    await opener().click();
    await fault('Cut after delivery').click();
    await word().filter({ hasText: 'cut after delivery, for the next message' }).waitFor();
    expect(await send('arrives, unanswered')).toBe('fails');
    await olga.messageWith('arrives, unanswered').waitFor();
    await word().waitFor({ state: 'detached' });
    await expect.poll(() => fault('Cut after delivery').isChecked()).toBe(false);
    expect(await send('works again')).toBe('works');
  });

  it('keeps one on until it is switched off, one at a time', async () => {
    await opener().click();
    await panel().getByRole('radio', { name: 'Until switched off' }).check();
    await fault('Telegram is down').click();
    await word().filter({ hasText: 'Telegram is down, until switched off' }).waitFor();
    await fault('Token refused').click();
    await word().filter({ hasText: 'the token is refused' }).waitFor();
    await expect.poll(() => fault('Telegram is down').isChecked()).toBe(false);
    expect(await send('lost')).toBe('fails');
    await olga.page.getByText('played 1×').waitFor();
    await panel().getByRole('radio', { name: 'Next message only' }).check();
    await word().filter({ hasText: 'the token is refused, for the next message' }).waitFor();
    await opener().click();
    await olga.page.getByRole('button', { name: 'Switch off', exact: true }).click();
    await word().waitFor({ state: 'detached' });
    expect(await current()).toBeNull();
  });

  it('lets one choose how long Telegram asks to wait', async () => {
    await opener().click();
    const seconds = panel().getByLabel('Too many requests (429): seconds');
    await seconds.fill('42');
    await fault('Too many requests').click();
    await word().waitFor();
    expect(await current()).toMatchObject({ kind: '429', retryAfter: 42 });
    await seconds.fill('-3');
    await seconds.blur();
    await expect.poll(current).toMatchObject({ retryAfter: 1 });
    expect(await seconds.inputValue()).toBe('1');
  });

  it('blocks the bot for the person at hand, and switches everything off for everybody', async () => {
    await post(simulator, 'block', { userId: MAX, blocked: true });
    await opener().click();
    await fault('The bot is blocked').click();
    await olga.page.getByRole('button', { name: 'Unblock', exact: true }).waitFor();
    expect(await send('refused')).toBe('fails');
    await fault('Error (500), message lost').click();
    await word().waitFor();
    await panel().getByRole('button', { name: 'Switch all off' }).click();
    await word().waitFor({ state: 'detached' });
    await expect.poll(() => fault('The bot is blocked').isChecked()).toBe(false);
    expect((await stateOf(simulator, MAX)).blocked).toBe(false);
    expect(await send('works again')).toBe('works');
  });

  it('is worked by the keyboard, and gives the focus back', async () => {
    await opener().focus();
    await olga.page.keyboard.press('Enter');
    await expect.poll(() => opener().getAttribute('aria-expanded')).toBe('true');
    await olga.page.keyboard.press('Tab');
    await olga.page.keyboard.press('Tab');
    await olga.page.keyboard.press('Tab');
    expect(await fault('Slow').evaluate((element) => element === document.activeElement)).toBe(true);
    await olga.page.keyboard.press('Space');
    await word().waitFor();
    await olga.page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
    expect(await opener().evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await opener().getAttribute('aria-label')).toBe('Faults, one is on');
  });

  it('closes when one goes on elsewhere', async () => {
    await opener().click();
    await olga.page.getByRole('textbox', { name: 'Message' }).click();
    await panel().waitFor({ state: 'hidden' });
  });

  it('fits a narrow screen whole', async () => {
    await olga.page.setViewportSize({ width: 400, height: 700 });
    await opener().click();
    await panel().getByRole('button', { name: 'Switch all off' }).scrollIntoViewIfNeeded();
    const box = await panel().boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(400);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(700);
    // The panel scrolls, not the page.
    expect(await olga.page.evaluate(() => window.scrollY)).toBe(0);
  });

  it('shows a switch as it is again when it could not be switched', async () => {
    await opener().click();
    await olga.page.route('**/simulator/faults', (route) => route.abort());
    await fault('Slow').click();
    await olga.page.getByText('No answer. Is Followthrough still running?').waitFor();
    expect(await fault('Slow').isChecked()).toBe(false);
    olga.complaints.length = 0;
  });
});
