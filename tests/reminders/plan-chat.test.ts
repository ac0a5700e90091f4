import { describe, expect, it } from 'vitest';
import { longestPauseMs } from '../../server/reminders/chat-pause.ts';
import {
  type Chat,
  type ChatPlan,
  type DueReminder,
  maxListed,
  planChat,
} from '../../server/reminders/plan-chat.ts';
import { usualWeek } from '../../server/time/person.ts';
import { monday } from '../support/people.ts';
import { seededRandom } from '../support/random.ts';
import { later } from '../support/rows.ts';

const chat: Chat = {
  ...{ userId: 1001, chatId: 1001, unreachable: false, quietUntil: null },
  person: { ...usualWeek, timeZone: 'Europe/Berlin', reminderHour: 9 },
};
const due = (id: string, more: Partial<DueReminder> = {}): DueReminder => ({
  ...{ id, stepId: id, leadId: 'lead', dueAt: monday, sendAt: monday },
  ...{ status: 'pending', attempts: 0, lastRemindedAt: null, nudge: false, waits: false },
  ...more,
});
const unconfirmed = (id: string, dueAt = monday) => due(id, { status: 'unconfirmed', dueAt });
const many = (count: number, more?: Partial<DueReminder>) =>
  Array.from({ length: count }, (_, index) => due(`r${String(index).padStart(2, '0')}`, more));
const yesterday = later({ hours: -24, seconds: -1 });

const plan = (reminders: DueReminder[], now = monday, here = chat) => planChat(here, reminders, now);
/** "digest: a b c" */
const said = ({ message }: ChatPlan<DueReminder>) =>
  message && `${message.kind}: ${message.reminders.map(({ id }) => id).join(' ')}`;
const afterwards = (planned: ChatPlan<DueReminder>) => planned.later.map(({ id }) => id).sort();

describe('what leaves for one chat', () => {
  it('is the one reminder that is due', () => {
    expect(plan([due('a')])).toMatchObject({
      message: { kind: 'reminder', reminders: [due('a')] },
      ...{ later: [], held: [] },
    });
  });

  it('is one of two or three, by their date, and the others a second later', () => {
    const planned = plan([due('c'), due('b'), due('a', { dueAt: later({ hours: -1, seconds: 1 }) })]);
    expect(said(planned)).toBe('reminder: a');
    const until = later({ seconds: 1 });
    expect(planned.later).toEqual([
      { id: 'b', until },
      { id: 'c', until },
    ]);
  });

  it('is one digest when there are four', () => {
    const planned = plan(many(4));
    expect(said(planned)).toBe('digest: r00 r01 r02 r03');
    expect(planned.later).toEqual([]);
  });

  it('is a digest of what is late by more than a day', () => {
    expect(said(plan(many(2, { dueAt: yesterday })))).toBe('digest: r00 r01');
  });

  it('is single reminders to the last millisecond of that day', () => {
    expect(said(plan(many(2, { dueAt: later({ hours: -24 }) })))).toBe('reminder: r00');
  });

  it('is a reminder, late or not, when there is nothing to list with it', () => {
    expect(said(plan([due('a', { dueAt: yesterday })]))).toBe('reminder: a');
  });

  it('is what is on time first, and what is very late after that', () => {
    const planned = plan([due('a', { dueAt: yesterday }), due('b', { dueAt: yesterday }), due('c')]);
    expect(said(planned)).toBe('reminder: c');
    expect(afterwards(planned)).toEqual(['a', 'b']);
  });

  it('is everything at once when it is too much, late or not', () => {
    const planned = plan([...many(2), due('x', { dueAt: yesterday }), due('y')]);
    expect(said(planned)).toBe('digest: x r00 r01 y');
  });

  it('lists as many steps as a message has room for, the oldest, and the others a second later', () => {
    const planned = plan(many(25));
    expect(planned.message).toMatchObject({ kind: 'digest', reminders: many(maxListed) });
    expect(afterwards(planned)).toEqual(['r20', 'r21', 'r22', 'r23', 'r24']);
  });

  it('is nothing when nothing is due', () => {
    expect(plan([])).toEqual({ message: null, later: [], held: [] });
  });
});

describe('what nobody could confirm', () => {
  it('is told of together, even when it is one', () => {
    expect(said(plan([unconfirmed('a'), unconfirmed('b')]))).toBe('catch-up: a b');
    expect(said(plan([unconfirmed('a')]))).toBe('catch-up: a');
  });

  it('comes after the reminders', () => {
    const planned = plan([unconfirmed('a', yesterday), due('b')]);
    expect(said(planned)).toBe('reminder: b');
    expect(afterwards(planned)).toEqual(['a']);
  });

  it('comes after what is very late, and does not make a list longer', () => {
    const planned = plan([unconfirmed('a'), ...many(3)]);
    expect(said(planned)).toBe('reminder: r00');
    expect(said(plan([unconfirmed('a'), due('b', { dueAt: yesterday })]))).toBe('reminder: b');
  });

  it('is as many as a message has room for', () => {
    const planned = plan(many(25, { status: 'unconfirmed' }));
    expect(planned.message?.reminders).toHaveLength(maxListed);
    expect(planned.later).toHaveLength(5);
  });
});

describe('a chat that had a message within this second', () => {
  const quiet = (ms: number) => ({ ...chat, quietUntil: new Date(monday.getTime() + ms) });

  it('gets nothing until the second is over', () => {
    const until = new Date(monday.getTime() + 400);
    expect(plan([due('a'), unconfirmed('b')], monday, quiet(400))).toEqual({
      message: null,
      later: [
        { id: 'a', until },
        { id: 'b', until },
      ],
      held: [],
    });
  });

  it.each([0, -1, -5000])('gets the next when it is over by %i ms', (ms) => {
    expect(said(plan([due('a')], monday, quiet(ms)))).toBe('reminder: a');
  });

  it('does not wait for a second that a wrong clock put far ahead', () => {
    expect(said(plan([due('a')], monday, quiet(longestPauseMs)))).toBeNull();
    expect(said(plan([due('a')], monday, quiet(longestPauseMs + 1)))).toBe('reminder: a');
  });
});

it('nothing leaves for a person who cannot be reached, and nothing is only put off', () => {
  const unreachable = { ...chat, unreachable: true, quietUntil: later({ seconds: 1 }) };
  expect(plan([due('a'), unconfirmed('b')], monday, unreachable)).toEqual({
    ...{ message: null, later: [] },
    held: ['a', 'b'],
  });
});

describe('the duplicate guard', () => {
  const remindedAt = (lastRemindedAt: Date, status: DueReminder['status'] = 'pending') =>
    plan([due('a', { lastRemindedAt, status })]);

  it('puts a reminder off that went out within a quarter of an hour', () => {
    expect(remindedAt(later({ minutes: -15, seconds: 1 }))).toEqual({
      ...{ message: null, held: [] },
      later: [{ id: 'a', until: later({ seconds: 1 }) }],
    });
    expect(said(remindedAt(later({ minutes: -15 })))).toBe('reminder: a');
  });

  it('makes no list of what it puts off', () => {
    const guarded = due('x', { lastRemindedAt: later({ minutes: -1 }) });
    expect(said(plan([guarded, ...many(3)]))).toBe('reminder: r00');
  });

  it('does not believe in a reminder that went out in the future: the clock was wrong then', () => {
    expect(said(remindedAt(later({ seconds: 1 })))).toBe('reminder: a');
  });

  it('says nothing about telling what nobody could confirm', () => {
    expect(said(remindedAt(later({ minutes: -1 }), 'unconfirmed'))).toBe('catch-up: a');
  });
});

it('every reminder that is due leaves, or comes later, or is held: none is forgotten, none is two of these', () => {
  const random = seededRandom(7);
  const some = (most: number) => Math.floor(random() * most);
  for (let round = 0; round < 500; round += 1) {
    const now = later({ hours: some(24 * 14), minutes: some(60) });
    const reminders = Array.from({ length: some(24) }, (_, index) =>
      due(`${index}`, {
        dueAt: new Date(now.getTime() - some(3 * 24 * 60) * 60_000),
        status: random() < 0.3 ? 'unconfirmed' : 'pending',
        lastRemindedAt: random() < 0.3 ? new Date(now.getTime() - some(30) * 60_000) : null,
      }),
    );
    const quietUntil = random() < 0.2 ? new Date(now.getTime() + some(2000)) : null;
    const planned = plan([...reminders], now, { ...chat, unreachable: random() < 0.1, quietUntil });
    const leaving = planned.message?.reminders.map(({ id }) => id) ?? [];
    expect([...leaving, ...afterwards(planned), ...planned.held].sort()).toEqual(
      reminders.map(({ id }) => id).sort(),
    );
    expect(planned.later.every(({ until }) => until > now)).toBe(true);
    expect(leaving.length).toBeLessThanOrEqual(maxListed);
  }
});
