import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../server/simulator/index.ts';
import { launchChromium } from '../support/chromium.ts';
import { openSimulatorPage } from '../support/simulator-page.ts';
import { post, startTrial, stateOf } from './support.ts';

let simulator: Simulator;
let browser: Browser;
beforeAll(async () => {
  [simulator, browser] = await Promise.all([startTrial(), launchChromium()]);
});
afterAll(async () => {
  await browser.close();
  await simulator.close();
});
beforeEach(() => post(simulator, 'model-faults', { kind: 'none' }));

/** The HTTP status of a question to the simulator's language model. */
async function ask(): Promise<number> {
  const messages = [{ role: 'user', content: '<data task="read-photo">{}</data>' }];
  const response = await fetch(`${simulator.model.baseUrl}/chat/completions`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ model: simulator.model.model, messages }),
  });
  await response.arrayBuffer();
  return response.status;
}

describe('a fault of the simulator’s language model', () => {
  it('is played as often as was asked for, and shown while it is on', async () => {
    await post(simulator, 'model-faults', { kind: '500', count: 2 });
    expect((await stateOf(simulator)).modelFault).toMatchObject({ kind: '500', count: 2, played: 0 });
    expect([await ask(), await ask(), await ask()]).toEqual([500, 500, 200]);
    expect((await stateOf(simulator)).modelFault).toBeNull();
    expect((await post(simulator, 'model-faults', { kind: 'tired' })).status).toBe(400);
  });

  it('leaves a question that is none of ours unanswered', async () => {
    const response = await fetch(`${simulator.model.baseUrl}/chat/completions`, {
      method: 'POST',
      body: '{}',
    });
    expect(response.status).toBe(400);
  });

  it('is switched on and off on the page', async () => {
    await post(simulator, 'send', { userId: 1001, text: '/start' });
    const { page, close } = await openSimulatorPage(browser, simulator.url);
    const banner = page.getByRole('status').filter({ hasText: 'Fault on' });
    await page.getByRole('button', { name: /^Faults/ }).click();
    await page.getByRole('switch', { name: 'Over its limit (429)' }).click();
    await banner.filter({ hasText: 'the model is over its limit, for the next call' }).waitFor();
    expect((await stateOf(simulator)).modelFault).toMatchObject({ kind: '429', seconds: 20 });
    expect(await ask()).toBe(429);
    await page.getByText('The language model works again.').waitFor();
    await page.getByRole('radio', { name: 'Until switched off' }).check();
    await page.getByRole('switch', { name: 'Answer breaks off' }).click();
    await banner.filter({ hasText: 'break off, until switched off' }).waitFor();
    await page.getByRole('button', { name: 'Switch all off' }).click();
    await banner.waitFor({ state: 'detached' });
    expect((await stateOf(simulator)).modelFault).toBeNull();
    await close();
  });
});
