import { describe, expect, it } from 'vitest';
import { snoozeKinds } from '../../server/plans/snooze.ts';
import {
  actButton,
  changesButton,
  deadButton,
  leadButton,
  menuButton,
  pageButton,
  plainButton,
  readTap,
  reviewButton,
  snoozeButton,
  stepButton,
  zoneButton,
} from '../../server/telegram/callback-data.ts';

const id = '9b2f6a3e-0f57-4a0c-9d3a-3f0a1c2b4d5e';

describe('callback data', () => {
  it.each([
    ...(['done', 'undo', 'skip', 'draft', 'smaller', 'wake'] as const).map(
      (act) => [stepButton(act, id), { act, stepId: id }] as const,
    ),
    ...(['snooze-menu', 'snooze-pick', 'snooze-back'] as const).map(
      (act) => [menuButton(act, id), { act, stepId: id }] as const,
    ),
    ...(['snooze', 'anyway'] as const).flatMap((act) =>
      [...snoozeKinds, new Date('2026-10-16T08:00:00Z'), new Date('2100-01-01T00:00:00Z')].map(
        (to) => [snoozeButton(act, id, to), { act, stepId: id, to }] as const,
      ),
    ),
    // As in the messages of older versions.
    [`v1:snooze:${id}`, { act: 'snooze', stepId: id, to: 'tomorrow' }] as const,
    [reviewButton(id), { act: 'review', noteId: id }] as const,
    ...(['chg-all', 'chg-none', 'review-again'] as const).map(
      (act) => [changesButton(act, id), { act, proposalId: id }] as const,
    ),
    ...(['undo-act', 'keep-dates'] as const).flatMap((act) =>
      [1, 999_999_999_999_999].map((actId) => [actButton(act, actId), { act, actId }] as const),
    ),
    ...(['plan', 'quiet', 'lost'] as const).map((act) => [leadButton(act, id), { act, leadId: id }] as const),
    ...(['add', 'add-text', 'cancel', 'today', 'help'] as const).map(
      (act) => [plainButton(act), { act }] as const,
    ),
    ...(['dead-retry', 'dead-forget'] as const).flatMap((act) =>
      [
        { updateId: 0, attempts: 1 },
        { updateId: Number.MAX_SAFE_INTEGER, attempts: 999_999 },
      ].map((seen) => [deadButton(act, seen), { act, ...seen }] as const),
    ),
    ...['UTC', 'Etc/GMT+5', 'America/Argentina/ComodRivadavia'].map(
      (timeZone) => [zoneButton(timeZone), { act: 'zone', timeZone }] as const,
    ),
    ...[0, 7, 10_000].map((page) => [pageButton(page), { act: 'leads', page }] as const),
  ])('%s is read as it was written, within 64 bytes', (data, tap) => {
    expect(readTap(data)).toEqual(tap);
    expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
  });

  it.each([
    ...['', ':', '::', 'v1', 'v1:', 'v1:done', 'v1:done:', 'v1:done:42', `v1:done:${id}:x`, ` v1:done:${id}`],
    ...[`v2:done:${id}`, `done:${id}`, `V1:DONE:${id}`, `v1:plan:${id.slice(1)}`, 'v1:add:1', 'v1:toString'],
    ...[
      `v1:snooze:${id}:`,
      `v1:snooze:${id}:1w`,
      `v1:snooze:${id}:-1`,
      `v1:snooze:${id}:1e9`,
      `v1:anyway:${id}`,
    ],
    ...['v1:leads:-1', 'v1:leads:1.5', 'v1:leads:10001', 'v1:leads:NaN', 'v1:leads:Infinity', 'v1:__proto__'],
    ...['v1:zone', 'v1:zone:', 'v1:zone:Mars/Olympus', 'v1:zone:+02:00', `v1:zone:${'x'.repeat(49)}`],
    ...['v1:dead-retry', 'v1:dead-retry:7', 'v1:dead-retry:7:', 'v1:dead-retry::1', 'v1:dead-retry:7:1:1'],
    ...[
      'v1:undo-act:',
      'v1:undo-act:-1',
      'v1:keep-dates:1e9',
      `v1:keep-dates:${id}`,
      'v1:undo-act:9999999999999999',
    ],
    ...['v1:dead-forget:-1:1', 'v1:dead-forget:7:+1', 'v1:dead-forget:7:1e9', `v1:dead-forget:${id}:1`],
    ...[`v1:done:${id}\n`, `v1:done:${id}' or 1=1`, '\u0000', '🙂', 'x'.repeat(64)],
  ])('%j is nothing of ours', (data) => {
    expect(readTap(data)).toBeNull();
  });
});
