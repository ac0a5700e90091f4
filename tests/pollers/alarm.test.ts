import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createAlarm } from '../../server/pollers/alarm.ts';
import { keepLog } from '../support/log.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const seconds = (count: number) => count * 1000;
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** An alarm whose next look is wanted when `next` says, and how often it rang. */
function openAlarm(next: () => Promise<number | null>) {
  const { log, lines } = keepLog();
  const ring = vi.fn();
  const alarm = createAlarm({ nextIn: next, ring, log });
  onTestFinished(() => alarm.stop());
  return { alarm, ring, lines };
}

describe('an alarm', () => {
  it('rings once, when the next look is wanted, and not a millisecond before', async () => {
    const { alarm, ring } = openAlarm(async () => 2500);
    alarm.arm();
    await pass(2499);
    expect(ring).not.toHaveBeenCalled();
    await pass(1);
    expect(ring).toHaveBeenCalledTimes(1);
    await pass(seconds(60));
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is far away', seconds(3600)],
    ['is further than a timer can count', 400 * 24 * 3600 * 1000],
    ['is not known', null],
  ])('rings after fifteen seconds when the next look %s', async (_, ms) => {
    const { alarm, ring } = openAlarm(async () => ms);
    alarm.arm();
    await pass(seconds(15) - 1);
    expect(ring).not.toHaveBeenCalled();
    await pass(1);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('rings at once for what is overdue', async () => {
    const { alarm, ring } = openAlarm(async () => -5000);
    alarm.arm();
    await pass(1);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('that is armed again forgets what it was armed for', async () => {
    let ms = 5000;
    const { alarm, ring } = openAlarm(async () => ms);
    alarm.arm();
    await pass(1000);
    ms = 9000;
    alarm.arm();
    await pass(8999);
    expect(ring).not.toHaveBeenCalled();
    await pass(1);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('that is armed again and again while it asks rings once, for the last answer', async () => {
    const answers = [3000, 2000];
    const { alarm, ring } = openAlarm(async () => answers.shift() ?? null);
    for (let times = 1; times <= 3; times += 1) alarm.arm();
    await pass(1999);
    expect(ring).not.toHaveBeenCalled();
    await pass(seconds(20));
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('that is armed again keeps the old time until the new one is known', async () => {
    let answer = async (): Promise<number> => 1000;
    const { alarm, ring } = openAlarm(() => answer());
    alarm.arm();
    await pass(500);
    answer = () => new Promise(() => {});
    alarm.arm();
    await pass(500);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('that was stopped does not ring, even when it was just asking', async () => {
    let tell = (_: number) => {};
    const { alarm, ring } = openAlarm(
      () =>
        new Promise((resolve) => {
          tell = resolve;
        }),
    );
    alarm.arm();
    alarm.stop();
    tell(10);
    await pass(seconds(60));
    expect(ring).not.toHaveBeenCalled();
  });

  it('that was stopped after it was set does not ring', async () => {
    const { alarm, ring } = openAlarm(async () => 1000);
    alarm.arm();
    await pass(500);
    alarm.stop();
    await pass(seconds(60));
    expect(ring).not.toHaveBeenCalled();
  });

  it('that cannot ask says so, and rings soon: the run that follows arms it again', async () => {
    const { alarm, ring, lines } = openAlarm(async () => {
      throw new Error('no database');
    });
    alarm.arm();
    await pass(seconds(15));
    expect(ring).toHaveBeenCalledTimes(1);
    expect(lines()).toMatchObject([{ level: 50, error: 'Error: no database' }]);
  });
});
