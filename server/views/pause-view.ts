import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import type { leads } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import { previewResume } from '../plans/resume.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import { dayWords } from '../time/when.ts';
import type { PauseView } from './lead-view.ts';

type Resting = Pick<typeof leads.$inferSelect, 'pauseReason' | 'waitingFor' | 'wakeAt'>;

/** Why a lead's plan rests, as its owner reads it at `now`; null while it runs. */
export function pauseOf(lead: Resting, { timeZone }: PersonTime, now: Date): PauseView | null {
  const { pauseReason: reason, waitingFor, wakeAt } = lead;
  const ahead = wakeAt && wakeAt > now;
  return (
    reason && {
      ...{ reason, waitingFor, wakes: wakeAt && dayWords(wakeAt, now, timeZone) },
      wakeDay: ahead ? inZone(wakeAt, timeZone).toPlainDate().toString() : null,
    }
  );
}

/** A step that moves, in words: "Thu 15 Oct" to "Thu 22 Oct". `lead` where it is not clear whose it is. */
export type MoveView = { stepId: string; title: string; from: string; to: string; lead?: string };

/** What would move, or has, in the words of this person's calendar. */
export function toMoveViews(
  moves: (ToldMove & { lead?: string })[],
  { timeZone }: PersonTime,
  now: Date,
): MoveView[] {
  const words = (at: string) => (at ? dayWords(new Date(at), now, timeZone) : '');
  return moves.map((move) => ({ ...move, from: words(move.from), to: words(move.to) }));
}

/** What resuming moves, before it does: the steps, and by how many working days. */
export type ResumeView = { moves: MoveView[]; movedBy: number };

/** The preview of a lead that goes on at `now`; null when there is none, or it is somebody else's. */
export async function getResumeView(
  db: Db,
  user: User,
  leadId: string,
  now: Date,
): Promise<ResumeView | null> {
  const preview = await previewResume(db, { userId: user.id, leadId, now });
  return preview && { ...preview, moves: toMoveViews(preview.moves, personTime(user), now) };
}
