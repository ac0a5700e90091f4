import { describe, expect, it } from 'vitest';
import { daysQuiet } from '../../server/followups/stale.ts';

describe('the days a lead was quiet', () => {
  const now = new Date('2026-10-12T07:00:00Z');
  it.each([
    ['2026-10-12T07:00:00Z', 0],
    ['2026-10-11T07:00:01Z', 0],
    ['2026-10-11T07:00:00Z', 1],
    ['2026-10-09T07:00:01Z', 2],
    ['2026-10-09T07:00:00Z', 3],
    ['2026-08-13T07:00:00Z', 60],
  ])('since %s are %i whole days', (since, days) => expect(daysQuiet(new Date(since), now)).toBe(days));
});
