import { beforeAll, describe, expect, it } from 'vitest';
import { openBrowserWorld } from '../support/browser-world.ts';
import type { SimulatorPage } from '../support/simulator-page.ts';

const world = openBrowserWorld();
const hostile = "*_[](~ O'Neil <b> {x} 👩‍👧 שלום";

describe('the Mini App', () => {
  let olga: SimulatorPage;
  /** Where Bernd is, in Olga's app. */
  let leadPath = '';
  beforeAll(async () => {
    olga = await world.open();
    await olga.page.getByRole('button', { name: 'Start', exact: true }).click();
    await olga.messageWith('Hi Olga').waitFor();
  });

  const tab = (name: string) => olga.app().getByRole('link', { name }).click();
  const inFrame = (name: string) =>
    olga.page.getByRole('region', { name: 'Mini App' }).getByRole('button', { name });
  const frameOf = ({ page }: SimulatorPage) => {
    const frame = page.frames().find((one) => one.url().startsWith(world.appUrl));
    if (!frame) throw new Error('the Mini App is not open');
    return frame;
  };
  const openApp = async () => {
    await olga.page.getByRole('button', { name: 'Menu: Open' }).click();
    await olga.app().getByRole('heading', { name: 'Today', level: 1 }).waitFor();
  };

  it('greets a person without leads with the next thing to do', async () => {
    await openApp();
    await olga
      .app()
      .getByText(/first lead/i)
      .first()
      .waitFor();
  });

  it('takes a lead by its form, whatever the name is, and shows the plan as it is drafted', async () => {
    await tab('New lead');
    await olga.app().getByLabel('Name', { exact: true }).fill(hostile);
    await olga.app().getByLabel('Note', { exact: true }).fill('introduced by Lena, wants a pilot');
    await inFrame('Add lead').click();
    await olga.app().getByRole('heading', { name: hostile }).waitFor();
    await expect.poll(() => olga.app().getByRole('checkbox').count()).toBeGreaterThan(3);
  });

  it('says what is wrong in words, and keeps what was typed', async () => {
    await inFrame('Back').click();
    await tab('New lead');
    await olga.app().getByLabel('Name', { exact: true }).fill('Bernd');
    await olga.app().getByLabel('E-mail').fill('no address');
    await inFrame('Add lead').click();
    await olga.app().getByText('This does not look like an e-mail address').waitFor();
    expect(await olga.app().getByLabel('Name', { exact: true }).inputValue()).toBe('Bernd');
    await olga.app().getByLabel('E-mail').fill('');
    await inFrame('Add lead').click();
    await olga.app().getByRole('heading', { name: 'Bernd' }).waitFor();
    leadPath = new URL(frameOf(olga).url()).pathname;
    expect(leadPath).toMatch(/^\/leads\/[\da-f-]{36}$/);
  });

  it('finds a lead again by its name, literally', async () => {
    await inFrame('Back').click();
    await tab('Leads');
    await olga.app().getByRole('searchbox').or(olga.app().getByLabel('Search leads')).fill('_[](~');
    await expect.poll(() => olga.app().getByText('Bernd').count()).toBe(0);
    await olga.app().getByText(hostile).first().waitFor();
  });

  it('has learned the time zone of the device', async () => {
    await tab('Settings');
    const zone = olga.app().getByRole('combobox', { name: 'Dates in' });
    await expect.poll(() => zone.inputValue()).toBe('Europe/Berlin');
  });

  it('shows another person none of it, not even by the address of a lead', async () => {
    const max = await world.open();
    await max.page.getByRole('button', { name: 'Max Weber' }).click();
    await max.page.getByRole('button', { name: 'Start', exact: true }).click();
    await max.messageWith('Hi Max').waitFor();
    await max.page.getByRole('button', { name: 'Menu: Open' }).click();
    await max
      .app()
      .getByText(/first lead/i)
      .first()
      .waitFor();
    await frameOf(max).evaluate((path) => location.assign(`${path}${location.hash}`), leadPath);
    await max.app().getByText('This lead is not here').waitFor();
    expect(await max.app().getByText('Bernd').count()).toBe(0);
    await max.app().getByRole('link', { name: 'Go to your leads' }).click();
    await max.app().getByRole('heading', { name: 'Leads', level: 1 }).waitFor();
    await max.close();
  });

  it('goes where a tab leads that was tapped before the app had woken up', async () => {
    const body = JSON.stringify({ userId: 1001 });
    const launch = await olga.page.evaluate(async (body) => {
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/simulator/init-data', { method: 'POST', headers, body });
      return (await response.json()).initData as string;
    }, body);
    const page = await world.browser.newPage();
    await page.route('**/_next/**', (route) => route.abort());
    const params = `tgWebAppData=${encodeURIComponent(launch)}&tgWebAppVersion=9.0&tgWebAppPlatform=web&tgWebAppThemeParams=%7B%7D`;
    await page.goto(`${world.appUrl}/#${params}`);
    await page.unrouteAll();
    await page.getByRole('link', { name: 'Leads' }).click();
    await page.getByText('Bernd').first().waitFor();
    await page.close();
  });

  it('says how to open it when it is opened outside Telegram', async () => {
    const page = await world.browser.newPage();
    await page.goto(world.appUrl);
    await page
      .getByText(/in Telegram/i)
      .first()
      .waitFor();
    await page.close();
  });

  it('rolls a tick back, with words, when the server cannot be reached', async () => {
    await tab('Leads');
    await olga.app().getByRole('link', { name: /Bernd/ }).click();
    const first = olga.app().getByRole('checkbox').first();
    await first.waitFor();
    await olga.page.context().setOffline(true);
    await first.click();
    await expect.poll(() => first.isChecked()).toBe(false);
    await olga.app().locator('p[role=alert]').first().waitFor();
    await olga.page.context().setOffline(false);
  });
});
