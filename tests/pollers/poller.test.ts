import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
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

describe('a poller that knows when its rows want it', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

  /** Each run ends at once; the next look is wanted in as many milliseconds as `next` says. */
  function punctual(next: () => number | null) {
    const { log, lines } = keepLog();
    const run = vi.fn(async () => {});
    const nextIn = vi.fn(async () => next());
    const spec = { name: 'test', cron: '0 0 1 1 *', run, nextIn };
    const poller = createPoller(spec, { clock: frozenClock(monday), log });
    onTestFinished(() => poller.stop());
    return { poller, run, nextIn, lines };
  }

  it('runs then, and asks again after each run', async () => {
    const { poller, run } = punctual(() => 4000);
    poller.start();
    await pass(3999);
    expect(run).toHaveBeenCalledTimes(1);
    await pass(1);
    expect(run).toHaveBeenCalledTimes(2);
    await pass(4000);
    expect(run).toHaveBeenCalledTimes(3);
  });

  it('asks again when the rows have changed', async () => {
    let ms = 14_000;
    const { poller, run } = punctual(() => ms);
    poller.start();
    await pass(1000);
    ms = 50;
    poller.rearm();
    await pass(50);
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('looks every fifteen seconds when nothing is scheduled', async () => {
    const { poller, run } = punctual(() => null);
    poller.start();
    await pass(45_000);
    expect(run).toHaveBeenCalledTimes(4);
  });

  it('goes on after a run that failed and an answer that never came', async () => {
    const { poller, run, nextIn, lines } = punctual(() => 4000);
    run.mockRejectedValueOnce(new Error('no database'));
    nextIn.mockRejectedValueOnce(new Error('no database'));
    poller.start();
    await pass(15_000);
    expect(run.mock.calls.length).toBeGreaterThan(1);
    expect(poller).toMatchObject({ lastTick: monday, lastError: null });
    expect(lines().map(({ level }) => level)).toEqual([50, 50]);
  });

  it('is not armed before it is started, nor after it was stopped', async () => {
    const { poller, run } = punctual(() => 10);
    poller.rearm();
    await pass(60_000);
    expect(run).not.toHaveBeenCalled();
    poller.start();
    await pass(0);
    await poller.stop();
    const runs = run.mock.calls.length;
    poller.rearm();
    await poller.tick();
    await pass(60_000);
    expect(run).toHaveBeenCalledTimes(runs);
  });

  it('that stops waits for what its runs have started', async () => {
    let end = () => {};
    const underWay = new Promise<void>((resolve) => {
      end = resolve;
    });
    const spec = { name: 'test', cron: '0 0 1 1 *', run: async () => {}, idle: () => underWay };
    const poller = createPoller(spec, { clock: frozenClock(monday), log: keepLog().log });
    await poller.tick();
    const stopped = vi.fn();
    const stopping = poller.stop().then(stopped);
    await pass(1000);
    expect(stopped).not.toHaveBeenCalled();
    end();
    await stopping;
    expect(stopped).toHaveBeenCalled();
  });
});
