import { describe, expect, it } from 'vitest';
import { createProbe } from '../../server/http/probe.ts';
import { keepLog, silentLog } from '../support/log.ts';

describe('a question to the database', () => {
  it('is asked once at a time: who asks meanwhile shares the answer', async () => {
    const asked: ((answer: number) => void)[] = [];
    const probe = createProbe(() => new Promise<number>((resolve) => void asked.push(resolve)), silentLog);
    const both = [probe(), probe()];
    asked[0]?.(7);
    expect(await Promise.all(both)).toEqual([7, 7]);
    expect(asked).toHaveLength(1);
    const next = probe();
    asked[1]?.(8);
    expect(await next).toBe(8);
  });

  it('that hangs is not asked again, and everybody gets their “nobody knows”', async () => {
    let asked = 0;
    const probe = createProbe(() => {
      asked += 1;
      return new Promise<number>(() => {});
    }, silentLog);
    expect(await Promise.all([probe(), probe()])).toEqual([null, null]);
    expect(asked).toBe(1);
  });

  it('that fails is answered with null and a line in the log, and asked again', async () => {
    const answers = [
      () => {
        throw new Error('no connection');
      },
      async () => 'fine',
    ];
    const { log, lines } = keepLog();
    const probe = createProbe(async () => answers.shift()?.(), log);
    expect(await probe()).toBeNull();
    expect(lines()).toMatchObject([{ level: 40, error: 'Error: no connection' }]);
    expect(await probe()).toBe('fine');
  });
});
