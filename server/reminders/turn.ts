import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { users } from '../db/schema.ts';
import { chatPauseMs, pauseEnd } from './chat-pause.ts';
import { lockGate, takeSlots } from './gate.ts';

/** A message may leave in `inMs`; or ask again after `askInMs`: the chat had one just now, or the gate is closed. */
export type Turn = { inMs: number } | { askInMs: number };

/** A place in the even flow for one message that is no reminder, a nudge or a test, and a second of quiet after it. */
export function takeTurn(
  db: Db,
  { userId, now, rate }: { userId: number; now: Date; rate: number },
): Promise<Turn> {
  return db.transaction(async (tx) => {
    const closedForMs = await lockGate(tx);
    if (closedForMs > 0) return { askInMs: closedForMs };
    const [person] = await tx
      .select({ quietUntil: users.quietUntil })
      .from(users)
      .where(eq(users.id, userId))
      .for('no key update');
    const quiet = pauseEnd(person?.quietUntil ?? null, now);
    if (quiet) return { askInMs: quiet.getTime() - now.getTime() };
    const { firstInMs: inMs } = await takeSlots(tx, 1, rate);
    const quietUntil = new Date(now.getTime() + inMs + chatPauseMs);
    await tx.update(users).set({ quietUntil }).where(eq(users.id, userId));
    return { inMs };
  });
}
