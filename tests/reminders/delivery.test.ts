import { describe, expect, it } from 'vitest';
import {
  backoffMs,
  duplicateGuardMs,
  type Facts,
  leaseSeconds,
  maxAttempts,
  type ReminderEvent,
  type ReminderStatus,
  statesBefore,
  transition,
  transitions,
  whereItStands,
} from '../../server/reminders/delivery.ts';

/** What each event makes of each status: "." nothing, "*" where the reminder stands by its facts. */
const table = `
             pending  sending      sent     unconfirmed  held     failed     done     skipped  cancelled
  claim      sending  .            .        sending      .        .          .        .        .
  deliver    .        sent         .        sent         .        .          .        .        .
  return     .        *            .        .            .        .          .        .        .
  exhaust    .        failed       .        .            .        .          .        .        .
  lose       .        unconfirmed  .        .            .        .          .        .        .
  hold       held     held         .        held         .        .          .        .        .
  release    .        .            .        .            *        .          .        .        .
  finish     done     done         done     done         done     done       done     done     done
  skip       skipped  skipped      skipped  skipped      skipped  skipped    skipped  skipped  skipped
  reopen     .        .            .        .            .        .          *        *        .
  reschedule pending  pending      pending  pending      pending  pending    pending  pending  pending
  snooze     pending  pending      pending  pending      pending  pending    .        .        .
  nudge      .        .            pending  .            .        .          .        .        .
  cancel     cancelled cancelled   cancelled cancelled   cancelled cancelled .        .        .
  restore    .        .            .        .            .        .          .        .        *`;

const [statuses = [], ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = rows.flatMap(([event = '', ...outcomes]) =>
  outcomes.map((outcome, index) => ({ event, status: statuses[index] ?? '', outcome })),
) as { event: ReminderEvent; status: ReminderStatus; outcome: ReminderStatus | '.' | '*' }[];

const yesOrNo = [false, true];
const allFacts = yesOrNo.flatMap((inFlight) =>
  yesOrNo.flatMap((sent) => yesOrNo.map((unconfirmed) => ({ inFlight, sent, unconfirmed }))),
);

/** The facts by which something stands after an event. */
function stands(event: ReminderEvent, facts: Omit<Facts, 'status'>): ReminderStatus {
  return whereItStands(event === 'return' ? { ...facts, inFlight: false } : facts);
}

describe('where a reminder stands', () => {
  it.each<[keyof Facts | 'nothing', Omit<Facts, 'status'>, ReminderStatus]>([
    ['nothing', { inFlight: false, sent: false, unconfirmed: false }, 'pending'],
    ['unconfirmed', { inFlight: false, sent: false, unconfirmed: true }, 'unconfirmed'],
    ['sent', { inFlight: false, sent: true, unconfirmed: false }, 'sent'],
    ['sent', { inFlight: false, sent: true, unconfirmed: true }, 'sent'],
    ['inFlight', { inFlight: true, sent: false, unconfirmed: false }, 'sending'],
    ['inFlight', { inFlight: true, sent: false, unconfirmed: true }, 'sending'],
    ['inFlight', { inFlight: true, sent: true, unconfirmed: false }, 'sending'],
    ['inFlight', { inFlight: true, sent: true, unconfirmed: true }, 'sending'],
  ])('is decided by %s: %o', (_, facts, status) => expect(whereItStands(facts)).toBe(status));
});

describe('the life of a reminder', () => {
  it('is written down here for every event and every status', () => {
    expect(rows.map(([event]) => event).sort()).toEqual(Object.keys(transitions).sort());
    expect(new Set(statuses)).toEqual(new Set(transitions.finish.from));
    expect(cells).toHaveLength(15 * 9);
  });

  it.each(cells)('$event while $status: $outcome', ({ event, status, outcome }) => {
    for (const facts of allFacts) {
      // Nobody takes up what somebody has in flight.
      const impossible = outcome === '.' || (event === 'claim' && facts.inFlight);
      const expected = outcome === '*' ? stands(event, facts) : outcome;
      expect(transition(event, { status, ...facts })).toBe(impossible ? null : expected);
    }
  });

  it('is asked for the states of an event by the SQL', () => {
    for (const event of Object.keys(transitions) as ReminderEvent[]) {
      const before = cells.filter((cell) => cell.event === event && cell.outcome !== '.');
      expect(new Set(statesBefore(event))).toEqual(new Set(before.map(({ status }) => status)));
    }
  });
});

describe('the wait between attempts', () => {
  it('doubles from one minute to an hour', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8, 1000].map((attempts) => backoffMs(attempts, 0) / 60_000);
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  });

  it('is up to a fifth longer, so that those which failed together do not come back together', () => {
    expect([0, 0.5, 1].map((chance) => backoffMs(3, chance) / 60_000)).toEqual([4, 4.4, 4.8]);
  });

  it('is a minute for one that was not tried yet', () => expect(backoffMs(0, 0)).toBe(60_000));

  it('ends after eight attempts', () => expect(maxAttempts).toBe(8));
});

it('a lease ends long before the same reminder may be claimed again', () => {
  expect(leaseSeconds * 1000).toBeLessThan(duplicateGuardMs);
  expect(duplicateGuardMs).toBe(15 * 60_000);
});
