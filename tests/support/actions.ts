import type { ActionResult } from '../../app/_lib/server/user-action.ts';
import * as actions from '../../app/actions.ts';

/** What a test needs to ask for an act: a lead and one of its open steps. */
export type Ids = { leadId: string; stepId: string };

type ActionCase = {
  /** An input that works on these ids. */
  good(ids: Ids): object;
  /** Changes that spoil it, each with the words a person reads, when there are better ones than the standard. */
  bad: [change: object, words?: string][];
  /** True when the act names a lead or step, so that it can name another person's. */
  names: 'lead' | 'step' | null;
};

const noId: [object, string?][] = [
  [{ stepId: '42', leadId: '42' }],
  [{ stepId: "' or true --", leadId: "' or true --" }],
];
const long = (count: number) => 'x'.repeat(count);
const titles: [object, string?][] = [
  [{ title: '   ' }, 'A step needs a title'],
  [{ title: long(201) }, 'The title is too long: 200 characters at most'],
  [{ title: 7 }],
];
const drafts: [object, string?][] = [
  [{ draft: long(10_001) }, 'The draft is too long: 10000 characters at most'],
];
const dates: [object, string?][] = [
  [{ dueLocal: 'tomorrow' }, 'This is no date and time. Pick one from the calendar.'],
  [{ dueLocal: '2026-02-30T09:00' }, 'This is no date and time. Pick one from the calendar.'],
  [{ dueLocal: '2026-10-12T08:59' }, 'Pick a time from now on, within the next five years.'],
  [{ dueLocal: '2036-10-12T09:00' }, 'Pick a time from now on, within the next five years.'],
  [{ dueLocal: long(33) }],
];
const leadFields: [object, string?][] = [
  [{ name: ' ' }, 'A lead needs a name'],
  [{ name: long(121) }, 'The name is too long: 120 characters at most'],
  [{ name: undefined }],
  [{ company: long(121) }, 'The company is too long: 120 characters at most'],
  [{ email: 'anna at acme' }, 'This does not look like an e-mail address'],
  [{ phone: 'call me' }, 'A phone number has digits, spaces and "+"'],
  [{ telegram: 'a b' }, 'A Telegram name has 4 to 32 letters, digits or "_"'],
  [{ notes: long(4001) }, 'The note is too long: 4000 characters at most'],
];

/** Every action of the Mini App; a new one does not compile, and fails a test, until it is described here. */
export const actionCases = {
  setStepStatus: {
    good: ({ stepId }) => ({ stepId, status: 'done' }),
    bad: [...noId, [{ status: 'deleted' }], [{ status: undefined }]],
    names: 'step',
  },
  snoozeStep: {
    good: ({ stepId }) => ({ stepId, length: '1d' }),
    bad: [...noId, [{ length: '100y' }]],
    names: 'step',
  },
  addStep: {
    good: ({ leadId }) => ({ leadId, title: 'Call', draft: 'Hi', timing: 'in 2 days', dueLocal: null }),
    bad: [
      ...noId,
      ...titles,
      ...drafts,
      ...dates,
      [{ timing: long(201) }, 'The timing is too long: 200 characters at most'],
    ],
    names: 'lead',
  },
  editStep: {
    good: ({ stepId }) => ({ stepId, title: 'Call', draft: 'Hi', dueLocal: '2026-10-20T11:00' }),
    bad: [...noId, ...titles, ...drafts, ...dates, [{ dueLocal: 7 }]],
    names: 'step',
  },
  removeStep: { good: ({ stepId }) => ({ stepId }), bad: noId, names: 'step' },
  moveStep: {
    good: ({ stepId }) => ({ stepId, to: 1 }),
    bad: [...noId, [{ to: -1 }], [{ to: 1.5 }], [{ to: 1001 }], [{ to: '1' }]],
    names: 'step',
  },
  draftAgain: { good: ({ leadId }) => ({ leadId }), bad: noId, names: 'lead' },
  createLead: {
    good: () => ({ name: 'Max Weber', company: 'Weber GmbH', email: 'max@weber.example' }),
    bad: leadFields,
    names: null,
  },
  editLead: {
    good: ({ leadId }) => ({ leadId, name: 'Anna P.', company: '' }),
    bad: [...noId, ...leadFields],
    names: 'lead',
  },
  setLeadStatus: {
    good: ({ leadId }) => ({ leadId, status: 'won' }),
    bad: [...noId, [{ status: 'forgotten' }]],
    names: 'lead',
  },
  addNote: {
    good: ({ leadId }) => ({ leadId, text: 'wants two seats' }),
    bad: [
      ...noId,
      [{ text: ' \n ' }, 'Write a note first'],
      [{ text: long(4001) }, 'The note is too long: 4000 characters at most'],
    ],
    names: 'lead',
  },
  deleteLead: { good: ({ leadId }) => ({ leadId }), bad: noId, names: 'lead' },
  saveSettings: {
    good: () => ({ timeZone: 'America/New_York', reminderHour: 8 }),
    bad: [
      [{ timeZone: 'Mars/Olympus' }, 'This time zone is not known. Pick one from the list.'],
      [{ timeZone: long(65) }],
      [{ reminderHour: 24 }],
      [{ reminderHour: -1 }],
      [{ reminderHour: 9.5 }],
      [{ reminderHour: '9' }],
    ],
    names: null,
  },
  sendTestReminder: { good: () => ({}), bad: [], names: null },
} as const satisfies Record<keyof typeof actions, ActionCase>;

export type ActionName = keyof typeof actions;
const byName = { ...actions };
export const actionNames = Object.keys(byName) as ActionName[];
export const caseOf = (name: ActionName): ActionCase => actionCases[name];

/** Calls an action as a browser can: with anything at all. */
export function callAction(name: ActionName, token: unknown, input: unknown): Promise<ActionResult> {
  const action = byName[name] as (token: unknown, input: unknown) => Promise<ActionResult>;
  return action(token, input);
}
