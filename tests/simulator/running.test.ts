import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, validate } from '@telegram-apps/init-data-node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Simulator, SimulatorOptions } from '../../server/simulator/index.ts';
import { botFor, eventually, MAX, OLGA, post, say, startHook, startTrial, stateOf } from './support.ts';

let running: Simulator[];
let folder: string;
beforeEach(async () => {
  running = [];
  folder = await mkdtemp(join(tmpdir(), 'simulator-'));
});
afterEach(async () => {
  for (const simulator of running) await simulator.close();
  await rm(folder, { recursive: true });
});

async function start(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const simulator = await startTrial(options);
  running.push(simulator);
  return simulator;
}

describe('a restart', () => {
  it('keeps token, chats, ids, clock and undelivered updates', async () => {
    const stateFile = join(folder, 'deeper', 'simulator.json');
    const first = await start({ stateFile });
    await say(first, '/start');
    await botFor(first).api.sendMessage(OLGA, 'hello');
    await post(first, 'clock', { advanceMs: 86_400_000 });
    await first.close();

    const second = await start({ stateFile });
    expect(second.botToken).toBe(first.botToken);
    expect(second.clock.offset()).toBe(first.clock.offset());
    expect(Math.abs(second.clock.offset() - 86_400_000)).toBeLessThan(1_000);
    expect((await stateOf(second)).messages.map(({ id, text }) => [id, text])).toEqual([
      [1, '/start'],
      [2, 'hello'],
    ]);
    const hook = await startHook();
    await botFor(second).api.setWebhook(hook.url);
    await eventually(() => hook.received.find(({ update }) => update.message?.text === '/start'));
    hook.close();
    expect((await botFor(second).api.sendMessage(OLGA, 'again')).message_id).toBe(3);
    expect((await stat(stateFile)).mode & 0o077).toBe(0);
  });

  it('saves by itself, soon after a change', async () => {
    const stateFile = join(folder, 'simulator.json');
    const simulator = await start({ stateFile });
    await say(simulator, 'saved?');
    await eventually(async () => (await readFile(stateFile, 'utf8').catch(() => '')).includes('saved?'));
  });

  it('will not overwrite a file that it cannot read', async () => {
    const stateFile = join(folder, 'simulator.json');
    await writeFile(stateFile, '{ broken');
    await expect(startTrial({ stateFile })).rejects.toThrow(`The simulator cannot read ${stateFile}`);
    expect(await readFile(stateFile, 'utf8')).toBe('{ broken');
  });

  it('says when the port is taken', async () => {
    const { url } = await start();
    await expect(startTrial({ port: Number(new URL(url).port) })).rejects.toThrow(
      'is in use by another program',
    );
  });
});

describe('init data', () => {
  it('passes the library’s own checks and follows the simulator’s clock', async () => {
    const simulator = await start();
    await say(simulator, '/start', MAX);
    simulator.clock.advance(7_200_000);
    const { body } = await post(simulator, 'init-data', { userId: MAX });
    const initData = String(body.initData);
    validate(initData, simulator.botToken, { expiresIn: 0 });
    expect(() => validate(initData, '1:other', { expiresIn: 0 })).toThrow();
    const parsed = parse(initData);
    expect(parsed.user).toMatchObject({
      id: MAX,
      first_name: 'Max',
      language_code: 'de',
      allows_write_to_pm: true,
    });
    expect(parsed.query_id).toBeTruthy();
    expect(Math.abs(parsed.auth_date.getTime() - simulator.clock.now().getTime())).toBeLessThan(5_000);
  });

  it('carries a signed start parameter and the fields of a t.me launch', async () => {
    const simulator = await start();
    const { body } = await post(simulator, 'init-data', { userId: OLGA, startParam: 'l_1_s_2' });
    validate(String(body.initData), simulator.botToken, { expiresIn: 0 });
    const parsed = parse(String(body.initData));
    expect(parsed).toMatchObject({ start_param: 'l_1_s_2', chat_type: 'sender' });
    expect(parsed.query_id).toBeUndefined();
    expect(parsed.user?.allows_write_to_pm).toBeUndefined();
    expect(await post(simulator, 'init-data', { userId: OLGA, startParam: 'a.b' })).toMatchObject({
      status: 400,
    });
  });
});

describe('the clock', () => {
  it('moves and then lets the pollers run', async () => {
    const seen: number[] = [];
    const simulator = await start({
      runPollers: async () => void seen.push(running[0]?.clock.offset() ?? -1),
    });
    const { body } = await post(simulator, 'clock', { advanceMs: 900_000 });
    expect(body.moved).toBe(true);
    expect(seen).toHaveLength(1);
    expect(Math.abs((seen[0] ?? 0) - 900_000)).toBeLessThan(1_000);
  });

  it('goes to the next due reminder, not past it', async () => {
    const due = new Date(Date.now() + 26 * 3_600_000);
    let ran = 0;
    const simulator = await start({ nextDueAt: async () => due, runPollers: async () => void ran++ });
    await post(simulator, 'clock', { toNextDue: true });
    const past = simulator.clock.now().getTime() - due.getTime();
    expect(past).toBeGreaterThanOrEqual(0);
    expect(past).toBeLessThan(2_000);
    // What is due already needs no move, only the pollers.
    const again = await post(simulator, 'clock', { toNextDue: true });
    expect(again.body.moved).toBe(false);
    expect(ran).toBe(2);
  });

  it('stops at everything due on the way, but never waits for what stays due', async () => {
    const hour = 3_600_000;
    const begin = Date.now();
    const waiting = [1, 2, 30].map((hours) => new Date(begin + hours * hour));
    const stops: number[] = [];
    const simulator = await start({
      nextDueAt: async () => waiting[0] ?? null,
      runPollers: async () => {
        const now = running[0]?.clock.now() ?? new Date(0);
        stops.push(Math.round((now.getTime() - begin) / hour));
        // The one due after two hours cannot be sent.
        if (waiting.length === 3) waiting.shift();
      },
    });
    await post(simulator, 'clock', { advanceMs: 24 * hour });
    expect(stops).toEqual([1, 2, 24]);
  });

  it('says when nothing is scheduled, and never goes back', async () => {
    const simulator = await start();
    expect((await post(simulator, 'clock', { toNextDue: true })).body).toMatchObject({
      moved: false,
      message: 'No reminder is scheduled',
    });
    expect(await post(simulator, 'clock', { advanceMs: -1 })).toMatchObject({ status: 400 });
    expect(simulator.clock.offset()).toBe(0);
  });
});

describe('the page and its routes', () => {
  it('serves the page with a policy that lets nothing else in', async () => {
    const simulator = await start();
    const page = await fetch(simulator.url);
    expect(await page.text()).toContain('/main.js');
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await (await fetch(`${simulator.url}/main.js`)).text()).toContain('tgWebAppData');
    expect(await (await fetch(`${simulator.url}/style.css`)).text()).toContain('--incoming');
    expect((await fetch(`${simulator.url}/etc/passwd`)).status).toBe(404);
  });

  it('is deaf to other sites', async () => {
    const simulator = await start();
    const send = { userId: OLGA, text: 'forged' };
    expect((await post(simulator, 'send', send, { Origin: 'https://evil.example' })).status).toBe(403);
    expect((await post(simulator, 'send', send, { Origin: 'null' })).status).toBe(403);
    expect((await post(simulator, 'send', send, { 'Content-Type': 'text/plain' })).status).toBe(403);
    expect(await statusWithHost(`${simulator.url}/simulator/state?user=${OLGA}`, 'evil.example')).toBe(403);
    expect((await stateOf(simulator)).messages).toEqual([]);
    expect((await post(simulator, 'send', send, { Origin: simulator.url })).status).toBe(200);
  });

  it('answers bad input with 400 and unknown people with 404', async () => {
    const simulator = await start();
    expect(await post(simulator, 'send', { userId: OLGA })).toMatchObject({ status: 400 });
    expect(await post(simulator, 'send', { userId: OLGA, text: '  ' })).toMatchObject({ status: 400 });
    expect(await post(simulator, 'send', { userId: 5, text: 'x' })).toMatchObject({ status: 404 });
    expect((await fetch(`${simulator.url}/simulator/state?user=5`)).status).toBe(404);
  });

  it('tells an open page at once, and only that person’s', async () => {
    const simulator = await start();
    const stream = await fetch(`${simulator.url}/simulator/events?user=${OLGA}`);
    let heard = '';
    const reading = (async () => {
      for await (const chunk of stream.body ?? []) heard += Buffer.from(chunk).toString();
    })().catch(() => undefined);
    await say(simulator, 'x', MAX);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(heard).not.toContain('changed');
    await say(simulator, 'y', OLGA);
    await eventually(() => heard.includes('event: changed'));
    await simulator.close();
    await reading;
  });
});

/** fetch() does not let one choose the Host header. */
function statusWithHost(url: string, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers: { Host: host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject).end();
  });
}
