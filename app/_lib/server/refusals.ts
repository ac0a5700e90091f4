/** Why a request was refused, and the words for the person. Another person's id answers "not found", like no id at all. */
export const refusals = {
  'signed-out': 'Your session has ended. Close the app and open it again from the chat.',
  'not-found': 'This is not here any more. It may have been deleted.',
  invalid: 'Something is missing or wrong in what was sent.',
  failed: 'Something went wrong on our side. Nothing was changed; please try again.',
} as const;

export type Reason = keyof typeof refusals;
export type Refusal = { ok: false; reason: Reason; message: string };

/** A refusal with its standard words, or better ones. */
export function refuse(reason: Reason, message: string = refusals[reason]): Refusal {
  return { ok: false, reason, message };
}

/** What the domain refuses, in words. */
export function explain(result: { reason: 'not-found' | 'closed' | 'past' | 'no-date' }) {
  if (result.reason === 'closed')
    return refuse('invalid', 'This lead is closed. Set its status to an open one first.');
  if (result.reason === 'past')
    return refuse('invalid', 'Pick a time from now on, within the next five years.');
  if (result.reason === 'no-date')
    return refuse('invalid', 'This is no date and time. Pick one from the calendar.');
  return refuse('not-found');
}
