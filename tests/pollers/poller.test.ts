import { describe, expect, it, onTestFinished } from 'vitest';
import { createPoller, type Poller } from '../../server/pollers/poller.ts';
import { eventually } from '../support/eventually.ts';
import { frozenClock } from '../support/frozen-clock.ts';
import { keepLog } from '../support/log.ts';
import { monday } from '../support/people.ts';

/** A poller whose runs the test ends one by one. */
function controlled({ cron = '0 0 1 1 *' } = {}) {
  const { log, lines } = keepLog();
  const open: { end(): void; fail(error: Error): void }[] = [];
  let running = 0;
  const seen = { runs: 0, overlapped: false };
  const run = () => {
    seen.runs += 1;
    running += 1;
    if (running > 1) seen.overlapped = true;
    return new Promise<void>((resolve, reject) => {
      open.push({ end: () => resolve(), fail: reject });
    }).finally(() => {
      running -= 1;
    });
  };
  const poller: Poller = createPoller({ name: 'test', cron, run }, { clock: frozenClock(monday), log });
  onTestFinished(async () => {
    const stopped = poller.stop();
    for (const one of open) one.end();
    await stopped;
  });
  const next = () => eventually(() => open.shift());
  return { poller, seen, next, lines };
}

describe('a poller', () => {
  it('never overlaps itself: ticks during a run become one more run after it', async () => {
    const { poller, seen, next } = controlled();
    const ticks = [poller.tick(), poller.tick(), poller.tick()];
    (await next()).end();
    (await next()).end();
    await Promise.all(ticks);
    expect(seen).toEqual({ runs: 2, overlapped: false });
  });

  it('runs once at its start, and after that by its cron expression', async () => {
    const { poller, seen, next } = controlled({ cron: '* * * * * *' });
    poller.start();
    expect(seen.runs).toBe(1);
    (await next()).end();
    (await next()).end();
    expect(seen.runs).toBe(2);
  });

  it('remembers when it last ended well', async () => {
    const { poller, next } = controlled();
    const tick = poller.tick();
    expect(poller.lastTick).toBeNull();
    (await next()).end();
    await tick;
    expect(poller).toMatchObject({ lastTick: monday, lastError: null });
  });

  it('logs a failed run, does not throw, and works again at the next tick', async () => {
    const { poller, next, lines } = controlled();
    const failing = poller.tick();
    (await next()).fail(new Error('no database'));
    await failing;
    expect(poller).toMatchObject({ lastTick: null, lastError: 'Error: no database' });
    expect(lines()).toMatchObject([{ level: 50, poller: 'test', error: 'Error: no database' }]);
    const fine = poller.tick();
    (await next()).end();
    await fine;
    expect(poller).toMatchObject({ lastTick: monday, lastError: null });
  });

  it('stops after the run under way, and starts no other', async () => {
    const { poller, seen, next } = controlled();
    poller.start();
    void poller.tick();
    let stopped = false;
    const stopping = poller.stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stopped).toBe(false);
    (await next()).end();
    await stopping;
    await poller.tick();
    expect(seen.runs).toBe(1);
  });
});
