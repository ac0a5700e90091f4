import { describe, expect, it, vi } from 'vitest';
import { createWake } from '../server/wake.ts';

describe('a wake', () => {
  it('wakes every listener of the topics it names, and no other', () => {
    const wake = createWake();
    const [one, two, other] = [vi.fn(), vi.fn(), vi.fn()];
    wake.on('reminders', one);
    wake.on('reminders', two);
    wake.on('chat-refresh', other);
    wake.notify('reminders', 'plan-requests');
    expect([one, two, other].map((listener) => listener.mock.calls.length)).toEqual([1, 1, 0]);
  });

  it('tells the other processes the same', () => {
    const publish = vi.fn();
    createWake(publish).notify('reminders', 'chat-refresh');
    expect(publish.mock.calls).toEqual([[['reminders', 'chat-refresh']]]);
  });

  it('does not pass on what another process said', () => {
    const [publish, listener] = [vi.fn(), vi.fn()];
    const wake = createWake(publish);
    wake.on('reminders', listener);
    wake.notifyHere(['reminders']);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(publish).not.toHaveBeenCalled();
  });
});
