/** Why a request was refused. Another person's id answers "not found", like no id at all. */
export const refusals = {
  'signed-out': 'Your session has ended. Close the app and open it again from the chat.',
  'not-found': 'This is not here any more. It may have been deleted.',
  invalid: 'Something is missing or wrong in what was sent.',
  failed: 'Something went wrong on our side. Nothing was changed; please try again.',
} as const;

/** What the domain refuses about a step or its lead. */
export const domainRefusals = {
  closed: 'This lead is closed. Set its status to an open one first.',
  busy: 'Something is being written for this lead already. Give it a moment, then try again.',
  past: 'Pick a time from now on, within the next five years.',
  'no-date': 'This is no date and time. Pick one from the calendar.',
} as const;
