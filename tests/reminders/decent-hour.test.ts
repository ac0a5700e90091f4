import { describe, expect, it } from 'vitest';
import { planChat } from '../../server/reminders/plan-chat.ts';
import { usualWeek, withReminderHour } from '../../server/time/person.ts';

type Asked = {
  due: string;
  now: string;
  hour?: number;
  timeZone?: string;
  unconfirmed?: boolean;
  nudge?: boolean;
};

/** When a reminder that was due then and is looked at now comes: "now", or an instant. */
function comes({
  due,
  now,
  hour = 9,
  timeZone = 'Europe/Berlin',
  unconfirmed = false,
  nudge = false,
}: Asked): string {
  const chat = { userId: 1, chatId: 1, unreachable: false, quietUntil: null };
  const dueAt = new Date(due);
  const reminder = { id: 'a', stepId: 'a', leadId: 'l', dueAt, sendAt: dueAt, attempts: 0 };
  const status = unconfirmed ? ('unconfirmed' as const) : ('pending' as const);
  const plan = planChat(
    { ...chat, person: withReminderHour({ ...usualWeek, timeZone }, hour) },
    [{ ...reminder, status, lastRemindedAt: null, nudge, waits: false }],
    new Date(now),
  );
  return plan.message ? 'now' : (plan.later[0]?.until.toISOString() ?? 'never');
}

describe('a reminder that is on time', () => {
  it('comes at whatever hour the person picked', () => {
    expect(comes({ due: '2026-10-17T01:00:00Z', now: '2026-10-17T01:00:00Z' })).toBe('now');
  });

  it('is on time for an hour', () => {
    expect(comes({ due: '2026-10-16T19:00:00Z', now: '2026-10-16T19:59:59.999Z' })).toBe('now');
    expect(comes({ due: '2026-10-16T19:00:00Z', now: '2026-10-16T20:00:00Z' })).not.toBe('now');
  });
});

describe('a nudge', () => {
  it('comes inside the window only, also where the person has changed their zone since', () => {
    const now = '2026-10-13T01:00:00Z';
    expect(comes({ due: now, now, nudge: true })).toBe('2026-10-13T07:00:00.000Z');
  });
});

describe('a reminder that was held up', () => {
  it.each([
    ['in working hours comes at once', '2026-10-13T12:00:00Z', 'now'],
    ['comes until 18:00', '2026-10-13T16:00:00Z', 'now'],
    ['comes not after 18:00', '2026-10-13T16:01:00Z', '2026-10-14T07:00:00.000Z'],
    ['at night waits for the morning', '2026-10-13T01:00:00Z', '2026-10-13T07:00:00.000Z'],
    ['in the evening waits for the next morning', '2026-10-13T20:00:00Z', '2026-10-14T07:00:00.000Z'],
    ['on Friday evening waits for Monday', '2026-10-16T20:00:00Z', '2026-10-19T07:00:00.000Z'],
    ['on Saturday at noon waits for Monday', '2026-10-17T10:00:00Z', '2026-10-19T07:00:00.000Z'],
    ['late on Sunday waits for Monday', '2026-10-18T21:59:00Z', '2026-10-19T07:00:00.000Z'],
  ])('%s', (_, now, when) => expect(comes({ due: '2026-10-12T07:00:00Z', now })).toBe(when));

  it('waits for the hour of the person, early or late', () => {
    const due = '2026-10-12T07:00:00Z';
    expect(comes({ due, now: '2026-10-13T04:00:00Z', hour: 6 })).toBe('now');
    expect(comes({ due, now: '2026-10-13T20:00:00Z', hour: 6 })).toBe('2026-10-14T04:00:00.000Z');
    expect(comes({ due, now: '2026-10-13T18:30:00Z', hour: 21 })).toBe('now');
    expect(comes({ due, now: '2026-10-13T06:00:00Z', hour: 21 })).toBe('2026-10-13T19:00:00.000Z');
  });

  it('waits in the zone of the person', () => {
    const asked = { due: '2026-10-12T07:00:00Z', now: '2026-10-13T12:00:00Z' };
    expect(comes({ ...asked, timeZone: 'America/New_York' })).toBe('2026-10-13T13:00:00.000Z');
    expect(comes({ ...asked, timeZone: 'Asia/Kolkata' })).toBe('now');
  });

  it('waits with what nobody could confirm', () => {
    const asked = { due: '2026-10-12T07:00:00Z', now: '2026-10-12T20:00:00Z' };
    expect(comes({ ...asked, unconfirmed: true })).toBe('2026-10-13T07:00:00.000Z');
  });
});

describe('over a change of the clocks', () => {
  it.each([
    ['spring: from Friday', '2026-03-27T15:00:00Z', '2026-03-27T20:00:00Z', '2026-03-30T07:00:00.000Z'],
    ['spring: from the Sunday', '2026-03-27T15:00:00Z', '2026-03-29T10:00:00Z', '2026-03-30T07:00:00.000Z'],
    ['autumn: from Friday', '2026-10-23T15:00:00Z', '2026-10-23T20:00:00Z', '2026-10-26T08:00:00.000Z'],
    ['autumn: from the Sunday', '2026-10-23T15:00:00Z', '2026-10-25T10:00:00Z', '2026-10-26T08:00:00.000Z'],
  ])('nine in the morning is nine in the morning, %s', (_, due, now, when) => {
    expect(comes({ due, now })).toBe(when);
  });

  it('the working hours are those of the clock on the wall', () => {
    const spring = (now: string) => comes({ due: '2026-03-26T08:00:00Z', now });
    expect([spring('2026-03-27T08:00:00Z'), spring('2026-03-30T07:00:00Z')]).toEqual(['now', 'now']);
    expect(spring('2026-03-27T07:59:00Z')).toBe('2026-03-27T08:00:00.000Z');
    expect(spring('2026-03-30T16:01:00Z')).toBe('2026-03-31T07:00:00.000Z');
    const autumn = (now: string) => comes({ due: '2026-10-22T07:00:00Z', now });
    expect([autumn('2026-10-23T07:00:00Z'), autumn('2026-10-26T17:00:00Z')]).toEqual(['now', 'now']);
    expect(autumn('2026-10-26T07:00:00Z')).toBe('2026-10-26T08:00:00.000Z');
  });
});
