import type { ActionResult } from '../../app/_lib/server/user-action.ts';
import * as actActions from '../../app/actions/acts.ts';
import * as awayActions from '../../app/actions/away.ts';
import * as briefingActions from '../../app/actions/briefings.ts';
import * as eventActions from '../../app/actions/events.ts';
import * as leadActions from '../../app/actions/leads.ts';
import * as pauseActions from '../../app/actions/pause.ts';
import * as settingsActions from '../../app/actions/settings.ts';
import * as snoozeActions from '../../app/actions/snooze.ts';
import * as stepActions from '../../app/actions/steps.ts';

const actions = {
  ...briefingActions,
  ...actActions,
  ...awayActions,
  ...eventActions,
  ...leadActions,
  ...pauseActions,
  ...snoozeActions,
  ...stepActions,
  ...settingsActions,
};

/** What a test needs to ask for an act: a lead, one of its open steps, another that is snoozed, what moved another of them, a lead in the bin, one that was closed and is open again, one whose plan rests. */
export type Ids = {
  leadId: string;
  stepId: string;
  asleepId: string;
  actId: number;
  deletedId: string;
  reopenedId: string;
  restingId: string;
};

type ActionCase = {
  /** An input that works on these ids. */
  good(ids: Ids): object;
  /** Changes that spoil it, each with the words a person reads, when there are better ones than the standard. */
  bad: [change: object, words?: string][];
  /** True when the act names a lead or step, so that it can name another person's. */
  names: 'lead' | 'step' | 'act' | null;
};

const noId: [object, string?][] = [
  [{ stepId: '42', leadId: '42' }],
  [{ stepId: "' or true --", leadId: "' or true --" }],
];
const noAct: [object, string?][] = [
  [{ actId: 0 }],
  [{ actId: 1.5 }],
  [{ actId: '1' }],
  [{ actId: undefined }],
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
const noHour = 'Pick a full hour of the day.';
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
  undoAct: { good: ({ actId }) => ({ actId }), bad: noAct, names: 'act' },
  keepDates: { good: ({ actId }) => ({ actId }), bad: noAct, names: 'act' },
  setStepStatus: {
    good: ({ stepId }) => ({ stepId, status: 'done' }),
    bad: [...noId, [{ status: 'deleted' }], [{ status: undefined }]],
    names: 'step',
  },
  snoozeStep: {
    good: ({ stepId }) => ({ stepId, to: 'tomorrow' }),
    bad: [
      ...noId,
      ...[{ to: '100y' }, { to: undefined }, { to: {} }, { to: 7 }, { to: { local: long(33) } }].map(
        (change): [object] => [change],
      ),
      [{ anyway: 'yes' }],
      [{ to: { local: 'tomorrow' } }, 'This is no date and time. Pick one from the calendar.'],
      [{ to: { local: '2026-10-12T08:59' } }, 'Pick a time from now on, within the next five years.'],
      [{ to: { local: '2036-10-12T09:00' } }, 'Pick a time from now on, within the next five years.'],
    ],
    names: 'step',
  },
  wakeStep: { good: ({ asleepId }) => ({ stepId: asleepId }), bad: noId, names: 'step' },
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
  setEventDate: {
    good: ({ leadId }) => ({ leadId, event: 'demo', local: '2026-10-15T14:00' }),
    bad: [
      ...noId,
      [{ event: 'wedding' }],
      [{ local: undefined }],
      [{ local: long(33) }],
      [{ local: 'tomorrow' }, 'This is no date and time. Pick one from the calendar.'],
      [{ local: '1970-01-01T00:00' }, 'Pick a day from a month ago to five years ahead.'],
      [{ local: '9999-12-31T23:59' }, 'Pick a day from a month ago to five years ahead.'],
    ],
    names: 'lead',
  },
  restoreSteps: { good: ({ reopenedId }) => ({ leadId: reopenedId }), bad: noId, names: 'lead' },
  restoreLead: { good: ({ deletedId }) => ({ leadId: deletedId }), bad: noId, names: 'lead' },
  pauseLead: {
    good: ({ leadId }) => ({
      leadId,
      reason: 'waiting',
      waitingFor: 'the contract',
      wakeLocal: '2026-10-26',
    }),
    bad: [
      ...noId,
      [{ reason: 'tired' }],
      [{ reason: 'paused' }],
      [{ waitingFor: ' ' }, 'Say what it waits for.'],
      [{ waitingFor: null }],
      [{ waitingFor: long(201) }, 'What it waits for is too long: 200 characters at most'],
      [{ wakeLocal: 'soon' }, 'This is no day. Pick one from the calendar.'],
      [{ wakeLocal: '2026-10-11' }, 'Pick a day from tomorrow on, within the next five years.'],
      [{ wakeLocal: '9999-01-01' }, 'Pick a day from tomorrow on, within the next five years.'],
      [{ wakeLocal: long(33) }],
      [{ wakeLocal: undefined }],
    ],
    names: 'lead',
  },
  resumeLead: { good: ({ restingId }) => ({ leadId: restingId }), bad: noId, names: 'lead' },
  setAway: {
    good: () => ({ from: '2026-10-14', until: '2026-10-20' }),
    bad: [
      [{ from: 'soon' }, 'Pick the first and the last day from the calendar.'],
      [{ until: '2026-02-30' }, 'Pick the first and the last day from the calendar.'],
      [{ until: '2026-10-13' }, 'That would end before it starts.'],
      [{ from: '2026-10-01', until: '2026-10-11' }, 'Those days are over. Pick days from today on.'],
      [{ until: '2028-10-20' }, 'An absence can last a year at most, and begin within the next five.'],
      [{ from: long(33) }],
      [{ until: undefined }],
    ],
    names: null,
  },
  endAway: { good: () => ({}), bad: [], names: null },
  setBriefing: {
    good: () => ({ kind: 'evening', hour: 18 }),
    bad: [[{ kind: 'hourly' }], [{ hour: 24 }], [{ hour: -1 }], [{ hour: 8.5 }], [{ hour: undefined }]],
    names: null,
  },
  saveSettings: {
    good: () => ({ timeZone: 'America/New_York', reminderHour: 8 }),
    bad: [
      [{ timeZone: 'Mars/Olympus' }, 'This time zone is not known. Pick one from the list.'],
      [{ timeZone: long(65) }],
      ...[24, -1, 9.5].map((reminderHour): [object, string] => [{ reminderHour }, noHour]),
      ...[25, -1, 0.5].map((closes): [object, string] => [{ closes }, noHour]),
      [{ reminderHour: '9' }],
      [{ opens: 18, closes: 18 }, 'Your last hour must be later than your first one.'],
      [{ opens: 20 }, 'Your last hour must be later than your first one.'],
      [{ workingDays: [] }, 'Leave at least one working day.'],
      [{ workingDays: [0] }],
      [{ workingDays: [1, 1, 1, 1, 1, 1, 1, 1] }],
      [{ holidays: 'XX' }, 'I do not know the public holidays of this country. Pick one from the list.'],
      [{ keep: 'both' }],
    ],
    names: null,
  },
  confirmZone: { good: () => ({}), bad: [], names: null },
  declineZone: {
    good: () => ({ timeZone: 'America/New_York' }),
    bad: [[{ timeZone: 'Mars/Olympus' }, 'This time zone is not known. Pick one from the list.']],
    names: null,
  },
  sendTestReminder: { good: () => ({}), bad: [], names: null },
} as const satisfies Record<keyof typeof actions, ActionCase>;

export type ActionName = keyof typeof actions;

export const actionNames = Object.keys(actions) as ActionName[];
export const caseOf = (name: ActionName): ActionCase => actionCases[name];

/** Calls an action as a browser can: with anything at all. */
export function callAction(name: ActionName, token: unknown, input: unknown): Promise<ActionResult> {
  const action = actions[name] as (token: unknown, input: unknown) => Promise<ActionResult>;
  return action(token, input);
}
