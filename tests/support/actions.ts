import type { ActionResult } from '../../app/_lib/server/user-action.ts';
import * as actActions from '../../app/actions/acts.ts';
import * as awayActions from '../../app/actions/away.ts';
import * as briefingActions from '../../app/actions/briefings.ts';
import * as captureActions from '../../app/actions/captures.ts';
import * as eventActions from '../../app/actions/events.ts';
import * as importActions from '../../app/actions/imports.ts';
import * as leadActions from '../../app/actions/leads.ts';
import * as modelActions from '../../app/actions/model.ts';
import * as pauseActions from '../../app/actions/pause.ts';
import * as playbookActions from '../../app/actions/playbook.ts';
import * as proposalActions from '../../app/actions/proposals.ts';
import * as settingsActions from '../../app/actions/settings.ts';
import * as snoozeActions from '../../app/actions/snooze.ts';
import * as stepActions from '../../app/actions/steps.ts';
import * as templateActions from '../../app/actions/templates.ts';

const actions = {
  ...briefingActions,
  ...actActions,
  ...awayActions,
  ...captureActions,
  ...eventActions,
  ...importActions,
  ...leadActions,
  ...modelActions,
  ...pauseActions,
  ...playbookActions,
  ...proposalActions,
  ...snoozeActions,
  ...stepActions,
  ...settingsActions,
  ...templateActions,
};

/** What a test needs to ask for an act: a lead, one of its open steps, another that is snoozed, what moved another of them, a lead in the bin, one that was closed and is open again, one whose plan rests, one whose plan is being drafted; a confirm card with somebody new at place 0 and somebody who is the lead sameId at place 1; a template of the person's own; a proposal with one open change at id 0. The step's draft was written anew once. */
export type Ids = {
  leadId: string;
  stepId: string;
  asleepId: string;
  actId: number;
  deletedId: string;
  reopenedId: string;
  restingId: string;
  draftingId: string;
  captureId: string;
  sameId: string;
  templateId: string;
  proposalId: string;
};

type ActionCase = {
  /** An input that works on these ids. */
  good(ids: Ids): object;
  /** Changes that spoil it, each with the words a person reads, when there are better ones than the standard. */
  bad: [change: object, words?: string][];
  /** What the act names, so that it can name another person's. */
  names: 'lead' | 'step' | 'act' | 'card' | 'template' | 'proposal' | null;
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
const badChoices: [object, string?][] = [
  [{ proposalId: '42' }],
  [{ changeId: -1 }],
  [{ changeId: '0' }],
  [{ changeId: undefined }],
  [{ changeId: 7 }, 'You have decided on this already.'],
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
const aTemplate = {
  ...{ title: 'My way', fits: 'Always' },
  steps: [{ title: 'Call', why: '', draft: 'Hi {firstName}', timing: 'Day 2', channel: 'call' }],
};
const aStep = (change: object) => ({ steps: [{ ...aTemplate.steps[0], ...change }] });
const templateFields: [object, string?][] = [
  [{ title: ' ' }, 'A template needs a title'],
  [{ title: long(121) }, 'The title is too long: 120 characters at most'],
  [{ fits: long(301) }, 'When to use it is too long: 300 characters at most'],
  [{ steps: [] }, 'A template needs at least one step'],
  [{ steps: 'all' }],
  [aStep({ title: '' }), 'Each step needs a title'],
  [aStep({ draft: long(10_001) }), 'The draft is too long: 10000 characters at most'],
  [
    aStep({ timing: 'some day' }),
    'I do not understand “some day”. Try “Day 3”, “in two weeks” or “2 days after the demo”.',
  ],
  [aStep({ channel: 'pigeon' })],
];
const noKey: [object, string?][] = [[{ key: 7 }], [{ key: long(65) }], [{ key: undefined }]];
const noPlace: [object, string?][] = [
  [{ captureId: '42' }],
  [{ captureId: "' or true --" }],
  ...[-1, 0.5, '0', undefined].map((place): [object] => [{ place }]),
];
const noPerson: [object, string?][] = [
  [{ person: { name: ' ' } }, 'A lead needs a name'],
  [{ person: { name: 'Olaf', phone: 'call me' } }, 'A phone number has digits, spaces and "+"'],
  [{ person: 'Olaf' }],
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
  [{ language: 'German' }, 'Pick the language from the list'],
];

/** Every action of the Mini App; a new one does not compile, and fails a test, until it is described here. */
export const actionCases = {
  undoAct: { good: ({ actId }) => ({ actId }), bad: noAct, names: 'act' },
  keepDates: { good: ({ actId }) => ({ actId }), bad: noAct, names: 'act' },
  cancelDraft: { good: ({ draftingId }) => ({ leadId: draftingId }), bad: noId, names: 'lead' },
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
  noteAndReview: {
    good: ({ leadId }) => ({ leadId, text: 'the budget comes in May' }),
    bad: [
      ...noId,
      [{ text: ' \n ' }, 'Write a note first'],
      [{ text: long(4001) }, 'The note is too long: 4000 characters at most'],
    ],
    names: 'lead',
  },
  acceptChange: {
    good: ({ proposalId }) => ({ proposalId, changeId: 0 }),
    bad: badChoices,
    names: 'proposal',
  },
  refuseChange: {
    good: ({ proposalId }) => ({ proposalId, changeId: null }),
    bad: badChoices,
    names: 'proposal',
  },
  rewordStep: {
    good: ({ stepId }) => ({ stepId, wish: 'shorter' }),
    bad: [
      ...noId,
      [{ wish: ' ' }, 'Say how the message should be'],
      [{ wish: long(501) }, 'The wish is too long: 500 characters at most'],
      [{ wish: 7 }],
    ],
    names: 'step',
  },
  restoreDraft: { good: ({ stepId }) => ({ stepId }), bad: noId, names: 'step' },
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
  editPerson: {
    good: ({ captureId }) => ({ captureId, place: 0, person: { name: 'Olaf B.', notes: 'likes tea' } }),
    bad: [...noPlace, ...noPerson, [{ person: null }]],
    names: 'card',
  },
  savePerson: {
    good: ({ captureId }) => ({ captureId, place: 0, person: null, withPlan: true }),
    bad: [...noPlace, ...noPerson, [{ withPlan: 'yes' }]],
    names: 'card',
  },
  mergePerson: {
    good: ({ captureId, sameId }) => ({ captureId, place: 1, person: null, leadId: sameId }),
    bad: [...noPlace, ...noPerson, [{ leadId: '42' }]],
    names: 'card',
  },
  markNew: { good: ({ captureId }) => ({ captureId, place: 1 }), bad: noPlace, names: 'card' },
  leaveOut: { good: ({ captureId }) => ({ captureId, place: 1 }), bad: noPlace, names: 'card' },
  saveAll: {
    good: ({ captureId }) => ({ captureId, withPlans: true, without: [] }),
    bad: [[{ captureId: '42' }], [{ withPlans: 1 }], [{ without: [-1] }], [{ without: '1' }]],
    names: 'card',
  },
  cancelCapture: { good: ({ captureId }) => ({ captureId }), bad: [[{ captureId: '42' }]], names: 'card' },
  importText: {
    good: () => ({ text: 'Lena Vogt, CFO at Vogt AG' }),
    bad: [
      [{ text: ' \n' }, 'Paste a text first'],
      [{ text: long(20_001) }, 'The text is too long: 20000 characters at most'],
    ],
    names: null,
  },
  importFile: {
    good: () => ({
      name: 'people.csv',
      mimeType: 'text/csv',
      base64: btoa('Name,Company\nLena Vogt,Vogt AG\n'),
    }),
    bad: [
      [{ base64: '' }, 'This file is empty. Choose another one.'],
      [
        { base64: btoa('Name,E-mail\n,a@b.example\n') },
        'I found nobody with a name in this file. Look whether it has a column with names. Line 2: there is no name. Write one into “Name” and send the file again.',
      ],
      [{ base64: btoa('\0\0PK') }, 'This is no text file. I can read vCard files (.vcf) and tables (.csv).'],
      [
        { base64: '***' },
        'I cannot read this kind of file. I can read vCard files (.vcf) and tables (.csv).',
      ],
      [
        { base64: 'QUJD'.repeat(240_000) },
        'This file is larger than 700 KB. Send it to the bot in the chat instead: there it may have 5 MB.',
      ],
      [{ name: long(256) }],
    ],
    names: null,
  },
  savePlaybook: {
    good: () => ({
      sells: 'Solar panels',
      audience: '',
      tone: 'warm',
      rules: '',
      examples: ['Hi Anna', ' '],
    }),
    bad: [
      [{ sells: long(1001) }, 'What you sell is too long: 1000 characters at most'],
      [{ audience: long(1001) }, 'To whom you sell is too long: 1000 characters at most'],
      [{ tone: long(301) }, 'Your tone is too long: 300 characters at most'],
      [{ rules: long(2001) }, 'The list of your rules is too long: 2000 characters at most'],
      [{ examples: [long(2001)] }, 'An example message is too long: 2000 characters at most'],
      [{ examples: ['1', '2', '3', '4', '5', '6'] }, '5 example messages at most'],
      [{ examples: 'Hi' }],
      [{ sells: undefined }],
    ],
    names: null,
  },
  setModel: { good: () => ({ off: true }), bad: [[{ off: 'yes' }], [{ off: undefined }]], names: null },
  setLeadModel: {
    good: ({ leadId }) => ({ leadId, off: true }),
    bad: [...noId, [{ off: 1 }]],
    names: 'lead',
  },
  createTemplate: { good: () => aTemplate, bad: templateFields, names: null },
  saveTemplate: {
    good: ({ templateId }) => ({ key: templateId, ...aTemplate, title: 'Our way' }),
    bad: [...noKey, ...templateFields],
    names: 'template',
  },
  copyTemplate: { good: ({ templateId }) => ({ key: templateId }), bad: noKey, names: 'template' },
  removeTemplate: { good: ({ templateId }) => ({ key: templateId }), bad: noKey, names: 'template' },
  followTemplate: {
    good: ({ leadId }) => ({ leadId, key: 'investor' }),
    bad: [...noId, ...noKey],
    names: 'lead',
  },
} as const satisfies Record<keyof typeof actions, ActionCase>;

export type ActionName = keyof typeof actions;

export const actionNames = Object.keys(actions) as ActionName[];
export const caseOf = (name: ActionName): ActionCase => actionCases[name];

/** Calls an action as a browser can: with anything at all. */
export function callAction(name: ActionName, token: unknown, input: unknown): Promise<ActionResult> {
  const action = actions[name] as (token: unknown, input: unknown) => Promise<ActionResult>;
  return action(token, input);
}
