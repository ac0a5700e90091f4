import { Keyboard } from 'grammy';
import type { Message } from 'grammy/types';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator } from '../../server/simulator/index.ts';
import { launchChromium } from '../support/chromium.ts';
import { openSimulatorPage, type SimulatorPage } from '../support/simulator-page.ts';
import { botFor, OLGA, say, startTrial } from './support.ts';

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
  // The smallest phone there is.
  olga = await openSimulatorPage(browser, simulator.url, { viewport: { width: 360, height: 740 } });
  await olga.messageWith('/start').waitFor();
});
afterEach(async () => {
  expect(olga.complaints).toEqual([]);
  await olga.close();
  await simulator.close();
});

const clip = () => olga.page.getByRole('button', { name: 'Attach' });
const messages = async (): Promise<Message[]> =>
  (await botFor(simulator).api.getUpdates()).flatMap(({ message }) => message ?? []);

async function open(entry: string, title: string): Promise<Locator> {
  await clip().click();
  await olga.page.getByRole('group', { name: 'Attach' }).getByRole('button', { name: entry }).click();
  const dialog = olga.page.getByRole('dialog', { name: title });
  await dialog.waitFor();
  return dialog;
}

describe('the paper clip', () => {
  it('opens by keyboard, and gives the focus back', async () => {
    await clip().press('Enter');
    const first = olga.page.getByRole('button', { name: 'Forward a message' });
    await expect.poll(() => first.evaluate((node) => node === document.activeElement)).toBe(true);
    await olga.page.keyboard.press('Escape');
    await expect.poll(() => first.isVisible()).toBe(false);
    expect(await clip().evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('forwards several messages in a row, each from whom it says', async () => {
    const dialog = await open('Forward a message', 'Forward a message');
    await dialog.getByLabel('Name', { exact: true }).fill('Anna Keller');
    await dialog.getByLabel('@name').fill('@anna_k');
    await dialog.getByLabel('Message').fill('We look for a CRM');
    await dialog.getByRole('button', { name: 'Add another' }).click();
    await dialog.getByRole('list', { name: 'To be forwarded' }).getByText('We look for a CRM').waitFor();
    await dialog.getByLabel('A person who hides their account').check();
    await dialog.getByLabel('Name', { exact: true }).fill('Ivan P.');
    await dialog.getByLabel('Message').fill('Budget is fine');
    await dialog.getByRole('button', { name: 'Forward', exact: true }).click();
    await olga.messageWith('Forwarded from Ivan P.').waitFor();
    expect((await messages()).slice(1)).toMatchObject([
      {
        text: 'We look for a CRM',
        forward_origin: {
          type: 'user',
          sender_user: { first_name: 'Anna', last_name: 'Keller', username: 'anna_k' },
        },
      },
      { text: 'Budget is fine', forward_origin: { type: 'hidden_user', sender_user_name: 'Ivan P.' } },
    ]);
  });

  it('shares a contact, a file that can be saved again, and spoken words', async () => {
    const contact = await open('Contact', 'Share a contact');
    await contact.getByLabel('First name').fill('Anna');
    await contact.getByLabel('Phone').fill('+49 30 123456');
    await contact.getByRole('button', { name: 'Share' }).click();
    await olga.messageWith('+49 30 123456').waitFor();

    const chooser = olga.page.waitForEvent('filechooser');
    await clip().click();
    await olga.page.getByRole('button', { name: 'File…' }).click();
    const content = { name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from('Name\nAnna') };
    await (await chooser).setFiles(content);
    const file = olga.page.getByRole('dialog', { name: 'Send a file' });
    await file.getByLabel('Caption').fill('Mine');
    await file.getByRole('button', { name: 'Send' }).click();
    const saved = olga.page.waitForEvent('download');
    await olga.messageWith('Mine').getByRole('link', { name: 'Download leads.csv' }).click();
    expect((await saved).suggestedFilename()).toBe('leads.csv');

    const voice = await open('Voice note', 'Voice note');
    await voice.getByLabel('What do you say?').fill('I met Anna from Acme today');
    await voice.getByRole('button', { name: 'Send' }).click();
    await olga.messageWith('Voice message0:02').waitFor();
    expect((await messages()).slice(1)).toMatchObject([
      { contact: { phone_number: '+49 30 123456', first_name: 'Anna' } },
      { document: { file_name: 'leads.csv', mime_type: 'text/csv', file_size: 9 }, caption: 'Mine' },
      { voice: { duration: 2 } },
    ]);
  });

  it('is left without sending anything', async () => {
    const dialog = await open('Contact', 'Share a contact');
    await dialog.getByRole('button', { name: 'Share' }).click();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await messages()).toHaveLength(1);
  });
});

describe('a key that asks for people', () => {
  it('offers the contacts, as many as it takes, and says who was shared', async () => {
    const keyboard = new Keyboard().requestUsers('From contacts', 1, { max_quantity: 2, request_name: true });
    await botFor(simulator).api.sendMessage(OLGA, 'Who is it?', { reply_markup: keyboard });
    await olga.page.getByRole('button', { name: 'From contacts' }).click();
    const dialog = olga.page.getByRole('dialog', { name: 'Choose up to 2 people' });
    await dialog.getByLabel('Anna Keller').check();
    await dialog.getByLabel('Tom (@tom_builds)').check();
    expect(await dialog.getByLabel('Lucía Ortega').isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: 'Share' }).click();
    await olga.messages().getByText('You shared Anna Keller and Tom with Followthrough').waitFor();
    expect((await messages()).at(-1)?.users_shared?.users).toMatchObject([
      { user_id: 5001, first_name: 'Anna' },
      { user_id: 5004, first_name: 'Tom' },
    ]);
  });
});
