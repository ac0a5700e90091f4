import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
];

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium: CHROMIUM_PATH, one installed on the machine, else the one that an npm package ships (Linux). */
export async function launchChromium(): Promise<Browser> {
  const path = installed.find((candidate) => candidate && existsSync(candidate));
  return chromium.launch({ executablePath: path ?? (await shippedChromium()), args: flags });
}

async function shippedChromium(): Promise<string> {
  const { default: shipped } = await import('@sparticuz/chromium');
  return shipped.executablePath();
}
