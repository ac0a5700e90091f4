import { describe, expect, it } from 'vitest';
import { claimWakes, endWake, isStillClaimed, returnWake, wakeLeaseMs } from '../../server/leads/wake.ts';
import { undoAct } from '../../server/plans/acts.ts';
import { setAway } from '../../server/plans/away.ts';
import { pauseLead, wakeLater } from '../../server/plans/pause.ts';
import { resumeLead } from '../../server/plans/resume.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, monday } from '../support/people.ts';
import { leadRow, one } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
/** The Monday on which the lead is to be heard of again, in Berlin. */
const wakeDay = new Date('2026-10-19T09:00:00+02:00');
const afterLease = new Date(wakeDay.getTime() + wakeLeaseMs);

async function restingLead(): Promise<string> {
  const { leadId } = await makePlannedLead(database.db);
  const why = { reason: 'paused', waitingFor: null, wakeLocal: '2026-10-19' } as const;
  await pauseLead(database.db, { userId, leadId, ...why, now: monday });
  return leadId;
}

const claim = async (now: Date) => (await claimWakes(database.db, now, 20)).claimed;
const times = async (leadId: string) => {
  const { wakeAt, wokenAt } = await leadRow(database.db, leadId);
  return { wakeAt, wokenAt };
};

describe('a claim', () => {
  it('belongs to one of two who ask at the same time', async () => {
    await restingLead();
    const claims = await Promise.all([claim(wakeDay), claim(wakeDay)]);
    expect(claims.flat()).toHaveLength(1);
  });

  it('holds for ten minutes, then the lead can be claimed once more, marked as a repeat, and never again', async () => {
    const leadId = await restingLead();
    expect(one(await claim(wakeDay)).isRepeat).toBe(false);
    expect(await times(leadId)).toEqual({ wakeAt: afterLease, wokenAt: wakeDay });
    expect(await claim(new Date(afterLease.getTime() - 1))).toEqual([]);
    expect(one(await claim(afterLease)).isRepeat).toBe(true);
    expect(await claim(new Date('2026-11-30T09:00:00Z'))).toEqual([]);
  });

  it.each([
    ['2026-10-19T19:00', '2026-10-20T09:00'],
    ['2026-10-23T18:01', '2026-10-26T09:00+01:00'],
    ['2026-10-20T05:00', '2026-10-20T09:00'],
  ])('outside the window, at %s, only moves the wake-up to %s', async (at, next) => {
    const leadId = await restingLead();
    expect(await claim(berlin(at))).toEqual([]);
    expect(await times(leadId)).toEqual({ wakeAt: berlin(next), wokenAt: null });
  });

  it('while the person is away only moves it to the day of their return', async () => {
    const leadId = await restingLead();
    await setAway(database.db, { userId, from: '2026-10-19', until: '2026-10-20', now: monday });
    expect(await claim(wakeDay)).toEqual([]);
    expect(await times(leadId)).toEqual({ wakeAt: berlin('2026-10-21T09:00'), wokenAt: null });
  });

  it('remembers over the night that a message went before', async () => {
    await restingLead();
    await claim(berlin('2026-10-19T17:55'));
    expect(await claim(berlin('2026-10-19T18:05'))).toEqual([]);
    expect(one(await claim(berlin('2026-10-20T09:00'))).isRepeat).toBe(true);
  });
});

describe('the outcome of a claim', () => {
  it('that was sent ends the wake-up', async () => {
    const leadId = await restingLead();
    await endWake(database.db, one(await claim(wakeDay)));
    expect(await times(leadId)).toEqual({ wakeAt: null, wokenAt: null });
  });

  it('that was for sure not delivered does not count, the first time or the second', async () => {
    const leadId = await restingLead();
    await returnWake(database.db, one(await claim(wakeDay)));
    expect(await times(leadId)).toEqual({ wakeAt: wakeDay, wokenAt: null });
    await claim(wakeDay);
    await returnWake(database.db, one(await claim(afterLease)));
    expect(await times(leadId)).toEqual({ wakeAt: afterLease, wokenAt: wakeDay });
    expect(one(await claim(afterLease)).isRepeat).toBe(true);
  });

  it('leaves a day that the person has picked meanwhile', async () => {
    const leadId = await restingLead();
    const wake = one(await claim(wakeDay));
    await wakeLater(database.db, { userId, leadId, now: wakeDay });
    await endWake(database.db, wake);
    await returnWake(database.db, wake);
    expect(await isStillClaimed(database.db, wake)).toBe(false);
    expect(await times(leadId)).toEqual({ wakeAt: berlin('2026-10-26T09:00+01:00'), wokenAt: null });
  });

  it('does not touch what another claim has taken since', async () => {
    const leadId = await restingLead();
    const late = one(await claim(wakeDay));
    await claim(afterLease);
    await returnWake(database.db, late);
    expect(await times(leadId)).toEqual({ wakeAt: null, wokenAt: afterLease });
  });

  it('counts also when the person goes on and takes that back while the message is on its way', async () => {
    const leadId = await restingLead();
    const wake = one(await claim(wakeDay));
    const resumed = await resumeLead(database.db, { userId, leadId, now: wakeDay });
    if (!resumed.ok || !resumed.act) throw new Error('the lead did not go on');
    await undoAct(database.db, { userId, actId: resumed.act.id, now: wakeDay });
    await endWake(database.db, wake);
    expect(await times(leadId)).toEqual({ wakeAt: null, wokenAt: null });
  });
});

/** Wall time in Berlin's summer, or with an offset of its own. */
function berlin(at: string): Date {
  return new Date(at.includes('+') ? at : `${at}+02:00`);
}
