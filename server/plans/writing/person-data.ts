import type { Db } from '../../db/client.ts';
import { getPlaybook, isEmptyPlaybook, type Playbook } from '../../playbook/playbook.ts';
import { inZone } from '../../time/wall-time.ts';

/** The person's playbook as data for a model; null when they wrote none. */
export async function playbookData(db: Db, userId: number): Promise<Playbook | null> {
  const playbook = await getPlaybook(db, userId);
  return isEmptyPlaybook(playbook) ? null : playbook;
}

/** Which day it is for the person, as data for a model: "2026-10-12", "Monday". */
export function dayData(now: Date, timeZone: string): { today: string; weekday: string } {
  const today = inZone(now, timeZone);
  return {
    today: today.toPlainDate().toString(),
    weekday: today.toLocaleString('en', { weekday: 'long' }),
  };
}
