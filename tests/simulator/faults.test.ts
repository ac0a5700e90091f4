import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GrammyError, HttpError } from 'grammy';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { errorCode } from '../../server/errors.ts';
import type { FaultRequest } from '../../server/simulator/faults.ts';
import type { Simulator } from '../../server/simulator/index.ts';
import { botFor, eventually, MAX, OLGA, post, say, startHook, startTrial, stateOf } from './support.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTrial();
  await say(simulator, '/start');
});
afterAll(() => simulator.close());
afterEach(() => fault({ kind: 'none' }));

const api = () => botFor(simulator).api;
const fault = (request: FaultRequest) => post(simulator, 'faults', request);
const arrived = async (text: string) =>
  (await stateOf(simulator)).messages.filter((message) => message.text === text).length;

/** What a caller sees: 'works', the code of Telegram's refusal, or the network's error. */
async function seen(call: Promise<unknown>): Promise<string | number | undefined> {
  try {
    await call;
    return 'works';
  } catch (error) {
    if (error instanceof GrammyError) return error.error_code;
    return error instanceof HttpError ? errorCode(error.error) : undefined;
  }
}

let sends = 0;
/** Sends a message of its own words: what the caller sees, and how many arrived in the chat. */
async function send() {
  const text = `message ${++sends}`;
  return { sees: await seen(api().sendMessage(OLGA, text)), arrived: await arrived(text) };
}

const cases: [FaultRequest, string | number, number][] = [
  [{ kind: 'slow', retryAfter: 0 }, 'works', 1],
  [{ kind: '429' }, 429, 0],
  [{ kind: '403' }, 403, 0],
  [{ kind: '401' }, 401, 0],
  [{ kind: '500' }, 500, 0],
  [{ kind: '500', accepted: true }, 500, 1],
  [{ kind: 'reset' }, 'ECONNRESET', 0],
  [{ kind: 'reset', accepted: true }, 'ECONNRESET', 1],
  [{ kind: 'down' }, 'ECONNRESET', 0],
];

describe.each(cases)('the fault %j', (request, sees, count) => {
  it(`shows the sender ${sees}, and ${count} of its message arrives, as often as was asked for`, async () => {
    await fault({ ...request, count: 2, method: 'sendMessage' });
    expect([await send(), await send(), await send()]).toEqual([
      { sees, arrived: count },
      { sees, arrived: count },
      { sees: 'works', arrived: 1 },
    ]);
  });

  it('stays on until it is switched off', async () => {
    await fault({ ...request, count: 'until-off' });
    for (const _ of [1, 2, 3]) expect(await send()).toEqual({ sees, arrived: count });
    await fault({ kind: 'none' });
    expect(await send()).toEqual({ sees: 'works', arrived: 1 });
  });
});

describe('a 429', () => {
  it('says how long to wait, in words and in the field', async () => {
    await fault({ kind: '429', retryAfter: 6.2 });
    const call = await fetch(`${simulator.url}/bot${simulator.botToken}/sendMessage?chat_id=${OLGA}&text=x`);
    expect(await call.json()).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    });
  });
});

describe('a slow call', () => {
  it('is overtaken by a later one, and then works', async () => {
    await fault({ kind: 'slow', retryAfter: 0.5 });
    const slow = api().sendMessage(OLGA, 'slow');
    await eventually(async () => (await stateOf(simulator)).fault === null);
    await api().sendMessage(OLGA, 'quick');
    await slow;
    const texts = (await stateOf(simulator)).messages.map(({ text }) => text);
    expect(texts.slice(-2)).toEqual(['quick', 'slow']);
  });
});

describe('which calls fail', () => {
  const edit = async () => {
    const { message_id } = await api().sendMessage(OLGA, 'before');
    return () => seen(api().editMessageText(OLGA, message_id, `after ${++sends}`));
  };

  it.each([{ kind: '429' }, { kind: '500' }, { kind: 'reset' }] as const)(
    'of $kind only those that send',
    async ({ kind }) => {
      const callEdit = await edit();
      await fault({ kind, count: 'until-off' });
      expect(await callEdit()).toBe('works');
      expect(await seen(api().getMe())).toBe('works');
    },
  );

  it.each([
    { kind: 'down', sees: 'ECONNRESET' },
    { kind: '401', sees: 401 },
  ] as const)('of $kind all of them', async ({ kind, sees }) => {
    const callEdit = await edit();
    await fault({ kind, count: 'until-off' });
    expect(await callEdit()).toBe(sees);
    expect(await seen(api().getMe())).toBe(sees);
  });

  it('are chosen by a method, whatever its case', async () => {
    await fault({ kind: '401', method: 'GETME', count: 'until-off' });
    expect(await seen(api().getMe())).toBe(401);
    expect((await send()).sees).toBe('works');
  });

  it('are slow for edits and all others too', async () => {
    const callEdit = await edit();
    await fault({ kind: 'slow', retryAfter: 0, count: 'until-off' });
    await callEdit();
    await api().getMe();
    expect((await stateOf(simulator)).fault).toMatchObject({ played: 2 });
  });

  it('are refused as usual where Telegram would refuse them anyway', async () => {
    await fault({ kind: '500', accepted: true });
    expect(await seen(api().sendMessage(OLGA, ''))).toBe(400);
  });
});

describe('a bot that Telegram fails', () => {
  it('hears of what people do all the same', async () => {
    const hook = await startHook();
    await api().setWebhook(hook.url);
    await fault({ kind: 'down', count: 'until-off' });
    await say(simulator, 'are you there?');
    await eventually(() => hook.received.find(({ update }) => update.message?.text === 'are you there?'));
    await fault({ kind: 'none' });
    await api().deleteWebhook();
    hook.close();
  });
});

describe('what the page is told', () => {
  it('is the fault that is on, for whom it may be, and how often it was played', async () => {
    expect((await stateOf(simulator)).fault).toBeNull();
    await fault({ kind: '500', accepted: true, count: 'until-off' });
    await send();
    const told = { kind: '500', accepted: true, count: 'until-off', played: 1 };
    expect((await stateOf(simulator, OLGA)).fault).toMatchObject(told);
    expect((await stateOf(simulator, MAX)).fault).toMatchObject(told);
  });

  it('is nothing once the last call asked for was hit', async () => {
    await fault({ kind: 'reset' });
    expect((await stateOf(simulator)).fault).toMatchObject({ kind: 'reset', count: 1 });
    await send();
    expect((await stateOf(simulator)).fault).toBeNull();
  });

  it('is told at once, to every open page', async () => {
    const leave = new AbortController();
    const { signal } = leave;
    const streams = await Promise.all(
      [OLGA, MAX].map((user) => fetch(`${simulator.url}/simulator/events?user=${user}`, { signal })),
    );
    const heard = ['', ''];
    const reading = streams.map(async (stream, i) => {
      for await (const chunk of stream.body ?? []) heard[i] += Buffer.from(chunk).toString();
    });
    const changes = (count: number) =>
      eventually(() => heard.every((all) => all.split('changed').length > count));
    await fault({ kind: 'reset', method: 'getMe' });
    await changes(1);
    await seen(api().getMe());
    await changes(2);
    await fault({ kind: 'none' });
    await changes(3);
    leave.abort();
    await Promise.allSettled(reading);
  });
});

describe('switching', () => {
  it('plays several one after the other, unless one is to replace the rest', async () => {
    await fault({ kind: '500' });
    await fault({ kind: '429' });
    expect([(await send()).sees, (await send()).sees]).toEqual([500, 429]);
    await fault({ kind: '500', count: 'until-off' });
    await fault({ kind: '429', replace: true });
    expect([(await send()).sees, (await send()).sees]).toEqual([429, 'works']);
  });

  it('refuses what is no fault', async () => {
    for (const bad of [{ kind: 'flood' }, { kind: '500', count: 0 }, { kind: 'slow', retryAfter: 4000 }]) {
      expect(await post(simulator, 'faults', bad)).toMatchObject({ status: 400 });
    }
    expect((await stateOf(simulator)).fault).toBeNull();
  });

  it('does not outlive a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'simulator-'));
    const stateFile = join(folder, 'simulator.json');
    const first = await startTrial({ stateFile });
    await post(first, 'faults', { kind: 'down', count: 'until-off' });
    await first.close();
    const second = await startTrial({ stateFile });
    expect((await stateOf(second)).fault).toBeNull();
    expect(await seen(botFor(second).api.getMe())).toBe('works');
    await second.close();
    await rm(folder, { recursive: true });
  });
});
