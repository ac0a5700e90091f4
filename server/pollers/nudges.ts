import { raiseNudges } from '../reminders/nudges.ts';
import type { PollerDeps } from './index.ts';

/** Raises the nudges whose time has come; the sender sends them. */
export async function nudge({ db, clock, wake }: PollerDeps): Promise<void> {
  if ((await raiseNudges(db, clock.now())) > 0) wake.notify('reminders');
}
