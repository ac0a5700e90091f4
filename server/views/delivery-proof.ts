import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { listNext } from './delivery-proof-next.ts';
import { listTroubles } from './delivery-proof-troubles.ts';
import type { DeliveryProof, PollerView } from './delivery-proof-view.ts';
import { agoWords, pollerWords } from './delivery-proof-words.ts';

/** One worker of the program: its last run that ended well, and whether the last one did. */
export type PollerState = { name: string; lastTick: Date | null; ok: boolean };

/** What a person sees of how their reminders are delivered, at `now` in their zone. */
export async function getDeliveryProof(
  db: Db,
  user: User,
  pollers: PollerState[],
  now: Date,
): Promise<DeliveryProof> {
  return {
    next: await listNext(db, user, now),
    troubles: await listTroubles(db, user, now),
    pollers: pollers.map((poller) => toPollerView(poller, now)),
  };
}

function toPollerView({ name, lastTick, ok }: PollerState, now: Date): PollerView {
  return { name, what: pollerWords(name, ok), ago: lastTick && agoWords(lastTick, now), ok };
}
