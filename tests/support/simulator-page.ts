import type { Browser, BrowserContextOptions, FrameLocator, Locator, Page } from 'playwright-core';

/** The simulator's page in a browser, with words for what a person does there. */
export type SimulatorPage = {
  page: Page;
  /** Errors the browser has complained about so far. */
  complaints: string[];
  /** The Mini App in its frame. */
  app(): FrameLocator;
  messages(): Locator;
  /** The newest message with these words. */
  messageWith(text: string | RegExp): Locator;
  say(text: string): Promise<void>;
  /** Presses a button of the clock; resolves when it has moved and what was due on the way is sent. */
  moveClock(button: string): Promise<void>;
  close(): Promise<void>;
};

/** Opens the page as a person in Berlin would. */
export async function openSimulatorPage(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<SimulatorPage> {
  const viewport = { width: 1200, height: 900 };
  const context = await browser.newContext({ viewport, timezoneId: 'Europe/Berlin', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(url);
  const messages = () => page.getByRole('log', { name: 'Messages' });
  return {
    page,
    complaints,
    app: () => page.frameLocator('iframe'),
    messages,
    messageWith: (text) => messages().getByRole('article').filter({ hasText: text }).last(),
    async say(text) {
      await page.getByRole('textbox', { name: 'Message' }).fill(text);
      await page.keyboard.press('Enter');
    },
    async moveClock(button) {
      const moved = page.waitForResponse((response) => response.url().endsWith('/simulator/clock'));
      await page.getByRole('button', { name: button }).click();
      await moved;
    },
    close: () => context.close(),
  };
}
