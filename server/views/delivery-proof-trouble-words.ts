import type { User } from '../auth/users.ts';
import type { ReminderStatus } from '../reminders/delivery.ts';
import { personTime } from '../time/person.ts';
import { momentWords } from '../time/when.ts';
import type { DeliveryTrouble } from './delivery-proof-view.ts';
import { reasonWords, triesWords } from './delivery-proof-words.ts';

/** A reminder that did not go as it should, as it stands in the database. */
export type TroubledReminder = {
  status: ReminderStatus;
  dueAt: Date;
  sendAt: Date;
  sentAt: Date | null;
  /** Since when it stands like that. */
  since: Date;
  attempts: number;
  lastError: string | null;
  /** What the delivery log says of how it came to that. */
  cause: string | null;
};

type Words = Pick<DeliveryTrouble, 'kind' | 'why' | 'next'>;

/** What went wrong with one reminder and what becomes of it, for this person at `now`. Pure. */
export function troubleWords(reminder: TroubledReminder, user: User, now: Date): Words {
  const { timeZone } = personTime(user);
  const at = (moment: Date) => momentWords(moment, now, timeZone);
  const { status, attempts, since } = reminder;
  const due = (said: string) => (at(reminder.dueAt) === said ? '' : ` It was due on ${at(reminder.dueAt)}.`);
  const again = nextTry(reminder, user, now, at);
  switch (status) {
    case 'held': {
      const refused = at(user.unreachableAt ?? since);
      const why = `Telegram has refused my messages to you since ${refused}.${due(refused)}`;
      return { kind: 'held', why, next: 'It comes as soon as you press Start in the chat.' };
    }
    case 'failed': {
      const why = `I gave up on ${at(since)}, after ${triesWords(attempts)}: ${because(reminder)}.${due(at(since))}`;
      const next = 'The step is still open. Snooze it or give it a new date, and I try again.';
      return { kind: 'failed', why, next };
    }
    case 'pending': {
      const tries = attempts > 0 ? `Not delivered yet, after ${triesWords(attempts)}` : 'Not delivered yet';
      return {
        kind: 'waiting',
        why: `${tries}: ${because(reminder)}.${due('')}`,
        next: `I try again ${again}.`,
      };
    }
    default: {
      const why = `Nobody knows whether it reached you: ${unclear(reminder)} on ${at(since)}.${due(at(since))}`;
      const told = status === 'sent' && reminder.sentAt;
      const next = told
        ? `I wrote to you about it once more on ${at(told)}, with the same buttons.`
        : `I write to you about it once more ${again}.`;
      return { kind: 'unconfirmed', why, next };
    }
  }
}

function nextTry({ sendAt }: TroubledReminder, user: User, now: Date, at: (moment: Date) => string): string {
  if (user.unreachableAt) return 'once you press Start in the chat';
  return sendAt > now ? `on ${at(sendAt)}` : 'as soon as I can';
}

/** The row's own error is the newest. */
const because = ({ lastError, cause }: TroubledReminder) =>
  reasonWords(lastError) ?? reasonWords(cause) ?? 'something went wrong on my side';

/** The log keeps how it began; the row may hold what came of telling the person since. */
const unclear = ({ lastError, cause }: TroubledReminder) =>
  reasonWords(cause) ?? reasonWords(lastError) ?? 'Telegram gave no clear answer';
