import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClosing } from '../../server/pollers/sender/closing.ts';
import { lockGate } from '../../server/reminders/gate.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';

const database = openTestDatabase();
const seconds = (count: number) => count * 1000;

const unknown = { verdict: 'unconfirmed', reason: 'ECONNRESET' } as const;
const noLine = { verdict: 'retry', reason: 'ECONNREFUSED' } as const;
const sent = { verdict: 'sent', messageId: 1 } as const;
const nothing = { verdict: 'nothing' } as const;

// The way is closed by the process's own stopwatch, which stands still here.
beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());
const pass = (ms: number) => vi.advanceTimersByTime(ms);

async function openClosing() {
  const world = await openBotWorld(database.db);
  return { world, closing: createClosing(world.deps) };
}

describe('the way to Telegram', () => {
  it('is open, and stays open while messages arrive', async () => {
    const { closing } = await openClosing();
    await closing.learn(sent);
    expect(closing.closedForMs()).toBe(0);
  });

  it('is closed for as long as Telegram says, for every instance', async () => {
    const { closing } = await openClosing();
    await closing.learn({ verdict: 'wait', seconds: 30, reason: '429' });
    expect(closing.closedForMs()).toBe(seconds(30));
    expect(await database.db.transaction((tx) => lockGate(tx))).toBeGreaterThan(0);
    pass(seconds(30));
    expect(closing.closedForMs()).toBe(0);
  });

  it.each([
    ['does not answer', unknown],
    ['cannot be reached', noLine],
  ])('is closed for longer and longer while Telegram %s, up to a minute', async (_, failure) => {
    const { closing } = await openClosing();
    const pauses: number[] = [];
    for (let failures = 1; failures <= 8; failures += 1) {
      await closing.learn(failure);
      pauses.push(closing.closedForMs() / 1000);
      pass(closing.closedForMs());
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
  });

  it('is closed for a second when many messages fail together: that is one failure', async () => {
    const { closing } = await openClosing();
    for (let message = 1; message <= 20; message += 1) await closing.learn(unknown);
    expect(closing.closedForMs()).toBe(seconds(1));
  });

  it('is closed for longer the next time, although messages that were not tried came between', async () => {
    const { closing } = await openClosing();
    await closing.learn(unknown);
    await closing.learn(nothing);
    pass(seconds(1));
    await closing.learn(unknown);
    expect(closing.closedForMs()).toBe(seconds(2));
  });

  it('is closed for a second again after a message has arrived', async () => {
    const { closing } = await openClosing();
    await closing.learn(unknown);
    pass(seconds(1));
    await closing.learn(sent);
    await closing.learn(unknown);
    expect(closing.closedForMs()).toBe(seconds(1));
  });

  it('is not opened by a failure while Telegram’s own pause is longer', async () => {
    const { closing } = await openClosing();
    await closing.learn({ verdict: 'wait', seconds: 30, reason: '429' });
    await closing.learn(unknown);
    expect(closing.closedForMs()).toBe(seconds(30));
  });

  it('is closed while the token is refused, and open at once when it is accepted', async () => {
    const { world, closing } = await openClosing();
    await closing.learn({ verdict: 'unauthorized', reason: '401' });
    expect(closing.closedForMs()).toBeGreaterThan(0);
    pass(seconds(3600));
    expect(closing.closedForMs()).toBeGreaterThan(0);
    world.deps.troubles.clear('token-refused');
    expect(closing.closedForMs()).toBe(0);
  });

  it('is closed here also when the others cannot be told, and that is logged', async () => {
    const { world } = await openClosing();
    const db = new Proxy(database.db, {
      get: () => () => {
        throw new Error('the connection was lost');
      },
    });
    const closing = createClosing({ ...world.deps, db });
    await closing.learn({ verdict: 'wait', seconds: 7, reason: '429' });
    expect(closing.closedForMs()).toBe(seconds(7));
    expect(world.complaints()).toContainEqual(
      expect.objectContaining({ msg: 'the other instances could not be told to wait' }),
    );
  });
});
