import type { User } from '../auth/users.ts';
import type { ToldMove } from '../db/stored-json.ts';
import type { TimeChange } from '../plans/time-change.ts';
import { personTime } from '../time/person.ts';
import { momentWords } from '../time/when.ts';

/** What a change of a person's time would move: "Send deck" from "Thu 15 Oct, 09:00" to "Fri 16 Oct, 09:00". */
export type PreviewView = {
  /** Why the change makes no sense; null when it does. */
  problem: string | null;
  /** The zones in which the old and the new times are read; null when they are the same. */
  zones: { from: string; to: string } | null;
  moves: { stepId: string; title: string; from: string; to: string }[];
};

/** The moves in words, the old time in the old zone, the new one in the new: "Thu 15 Oct, 09:00". */
export function toPreviewView(
  user: User,
  { change, moves, now }: { change: TimeChange; moves: ToldMove[]; now: Date },
): PreviewView {
  const { timeZone: before } = personTime(user);
  const after = change.timeZone ?? before;
  const words = (at: string, zone: string) => momentWords(new Date(at), now, zone);
  return {
    problem: null,
    zones: before === after ? null : { from: before, to: after },
    moves: moves.map(({ stepId, title, from, to }) => ({
      ...{ stepId, title, from: words(from, before), to: words(to, after) },
    })),
  };
}
