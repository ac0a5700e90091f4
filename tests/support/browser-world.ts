import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type AppProcess, choosePlace, startProgram } from './app-process.ts';
import { launchChromium } from './chromium.ts';
import { openSimulatorPage, type SimulatorPage } from './simulator-page.ts';

/**
 * The whole program in a process of its own and a browser beside it, for the tests of one file. Use what it returns
 * inside tests only.
 */
export function openBrowserWorld() {
  const dataDir = mkdtempSync(join(tmpdir(), 'followthrough-browser-'));
  let place: Awaited<ReturnType<typeof choosePlace>>;
  let program: AppProcess;
  let browser: Browser;
  beforeAll(async () => {
    place = await choosePlace(dataDir);
    program = await startProgram(place.env);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    get appUrl() {
      return place.appUrl;
    },
    get browser() {
      return browser;
    },
    open: (options?: BrowserContextOptions): Promise<SimulatorPage> =>
      openSimulatorPage(browser, place.simulatorUrl, options),
    /** Stops the program as Ctrl-C does and starts it again at the same place; resolves with the exit code. */
    async restart(): Promise<number | null> {
      const code = await program.stop('SIGINT');
      program = await startProgram(place.env);
      return code;
    },
  };
}
