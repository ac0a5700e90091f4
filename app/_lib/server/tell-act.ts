import type { User } from '#server/auth/users.ts';
import type { Act } from '#server/plans/acts.ts';
import { personTime } from '#server/time/person.ts';
import { toRipple } from '#server/views/ripple-view.ts';
import { rippleWords } from '../../_texts/ripple.ts';

/** An act that the browser can have taken back; `moved` is how many later steps moved with it. */
export type ToldAct = { id: number; moved: number };

/** The words of an act, "Done. 1 later step moved: Wed 21.", and what is needed to take it back; `act` null: nothing. */
export function tellAct(
  done: string,
  act: Act | null,
  { user, now }: { user: User; now: Date },
): { message: string; act: ToldAct | null } {
  const ripple = act && toRipple(act, now, personTime(user).timeZone);
  const message = [done, rippleWords(ripple)].filter(Boolean).join(' ');
  return { message, act: act && { id: act.id, moved: ripple && !ripple.kept ? ripple.count : 0 } };
}
