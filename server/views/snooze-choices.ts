import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { type SnoozeKind, snoozedUntil, snoozeKinds } from '../plans/snooze.ts';
import { personTime } from '../time/person.ts';
import { inZone, toLocal } from '../time/wall-time.ts';
import { momentWords } from '../time/when.ts';
import { getStepCard } from './step-card.ts';

/** What a step can be snoozed to at this moment. */
export type SnoozeChoices = {
  /** Each with when it is, "Tue 13 Oct, 09:00". */
  choices: { to: SnoozeKind; until: string }[];
  /** Wall time of tomorrow at the reminder hour, "2026-10-13T09:00": where picking another time starts. */
  suggested: string;
};

/** The choices for a step of this person; null when there is none. Writes nothing. */
export async function getSnoozeChoices(
  db: Db,
  user: User,
  stepId: string,
  now: Date,
): Promise<SnoozeChoices | null> {
  if (!(await getStepCard(db, user, stepId, now))) return null;
  const person = personTime(user);
  const { timeZone } = person;
  return {
    choices: snoozeKinds.map((to) => ({
      to,
      until: momentWords(snoozedUntil(to, now, person), now, timeZone),
    })),
    suggested: toLocal(inZone(snoozedUntil('tomorrow', now, person), timeZone)),
  };
}
