import { errorText } from '../../errors.ts';
import type { ClaimedMessage } from '../../reminders/claim.ts';
import { listStepCards } from '../../views/step-card.ts';
import type { PollerDeps } from '../index.ts';
import type { Cards } from './deliver.ts';
import { isAway } from './is-away.ts';

/**
 * What the steps of these messages look like at `now`. One that cannot be drawn is left out, and keeps nobody else's
 * from being drawn; null when the database does not answer.
 */
export async function readCards(
  deps: PollerDeps,
  messages: ClaimedMessage[],
  now: Date,
): Promise<Cards | null> {
  const { db, log } = deps;
  const stepIds = messages.flatMap(({ reminders }) => reminders.map(({ stepId }) => stepId));
  const read = (ids: string[]) =>
    listStepCards(db, ids, now).catch((error) => {
      log.error(
        { steps: ids.length, error: errorText(error) },
        'the steps of due reminders could not be read',
      );
      return null;
    });
  const cards = await read(stepIds);
  if (cards) return cards;
  if (await isAway(db)) return null;
  const one: Cards = new Map();
  for (const stepId of stepIds) for (const [id, card] of (await read([stepId])) ?? []) one.set(id, card);
  return one;
}
