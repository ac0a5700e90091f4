import type { CapturedPersonView, CaptureView, DuplicateView } from '#server/views/capture-view.ts';

const people = (count: number) => (count === 1 ? '1 person' : `${count} people`);

const foundBy: Record<DuplicateView['by'], string> = {
  telegram: 'the same Telegram name',
  phone: 'the same phone number',
  email: 'the same e-mail address',
  name: 'the same name and company',
};

const firstNameOf = (name: string) => name.trim().split(/\s+/)[0] ?? '';

/** The confirm card as a page. */
export const captureTexts = {
  title: 'New lead',
  titleMany: (count: number) => `${people(count)} found`,
  subtitle: 'Nothing is saved before you say so',
  loading: 'Loading what was found',
  readingLabel: 'Still reading',
  reading: {
    photo: 'Looking at the photo… The fields fill in by themselves.',
    voice: 'Listening to the voice note… The fields fill in by themselves.',
    text: 'Looking closer… You can already change and save what is here.',
  },
  failureLabel: 'Not read',
  failures: {
    limit: 'The model has no more requests for you today. Type what is missing; tomorrow it reads again.',
    gone: 'Telegram no longer has this file. Send it again, or type what is missing.',
    nobody: 'I could not find a person in it. Type who it is.',
    failed: 'It could not be read closer. Type what is missing, or send it again later.',
  } satisfies Record<NonNullable<CaptureView['failure']>, string>,
  duplicateLabel: 'Already here',
  duplicate: ({ name, company, by }: DuplicateView) =>
    `Already here: ${company ? `${name}, ${company}` : name} (${foundBy[by]}).`,
  merge: (name: string) => `Merge into ${firstNameOf(name)}`,
  isNew: 'It is somebody new',
  look: (name: string) => `Look at ${firstNameOf(name)}`,
  save: 'Save and plan',
  saveOnly: 'Save without a plan',
  keep: 'Keep the changes',
  leaveOut: 'Leave out',
  cancel: 'Discard',
  unnamed: 'Without a name',
};

/** Several people on one card. */
export const captureListTexts = {
  found: 'Who was found',
  choose: (name: string) => `Save ${name}`,
  all: (count: number) => `Show all ${count}`,
  chips: {
    saved: 'saved',
    merged: 'merged',
    'left-out': 'left out',
  } satisfies Record<Exclude<CapturedPersonView['state'], 'open'>, string>,
  known: 'already here',
  stuck: 'look at it',
  summary: ({ fresh, known, stuck }: CaptureView['counts']) =>
    [
      `${fresh} new`,
      known > 0 && `${known} already here`,
      stuck > 0 && `${stuck} ${stuck === 1 ? 'needs' : 'need'} a look`,
    ]
      .filter(Boolean)
      .join(' · '),
  savePlanned: (count: number) => `Save ${count} with plans`,
  save: (count: number) => `Save ${count}`,
  saveOnly: (count: number) => `Save ${count} without plans`,
  nobodyChosen: 'Nobody chosen',
  planHint: (most: number) => `Plans are drafted for up to ${most} people at once.`,
  discardTitle: 'Discard this card?',
  discardText: (count: number) => `${people(count)} on it will not be saved.`,
  spoilt: 'Lines that could not be read',
  line: (line: number) => `Line ${line}:`,
  more: (count: number) => `and ${count} more`,
};

/** What is said after an act on a card. */
export const captureAnswers = {
  saved: (planned: boolean) => (planned ? 'Saved. The plan is being drafted.' : 'Saved, without a plan.'),
  edited: 'Changed. Nothing is saved as a lead yet.',
  merged: (added: string[]) =>
    added.length > 0 ? `Merged. Added: ${added.join(', ')}.` : 'Merged. Nothing in it was new.',
  isNew: 'All right, somebody new.',
  leftOut: 'Left out.',
  cancelled: 'Nothing was saved.',
  savedAll: ({ saved, left, planned }: { saved: number; left: number; planned: boolean }) =>
    [
      planned ? `${people(saved)} saved; their plans are being drafted.` : `${people(saved)} saved.`,
      left > 0 && `${left} still ${left === 1 ? 'needs' : 'need'} you.`,
    ]
      .filter(Boolean)
      .join(' '),
  nobody: 'Nobody here can be saved as they are. Open them one by one.',
  settled: 'This was decided already. The card shows what became of it.',
  other: (name: string) => `This now looks like ${name}. Look at both once more, then merge.`,
  here: 'Somebody who looks the same is a lead already. Merge them, or say that it is somebody new.',
};

/** What became of a card, on its page. */
export const settledTexts = {
  saved: (name: string) => `${name} is saved`,
  savedText: 'You find the plan with the lead.',
  merged: (name: string) => `${name} is merged`,
  mergedText: (added: string | null) => (added ? `Added: ${added}.` : 'Nothing in it was new.'),
  cancelled: 'Nothing was saved',
  cancelledText: 'This card was discarded.',
  many: 'All is decided',
  manyText: ({ saved, merged, leftOut }: CaptureView['counts']) =>
    [
      saved > 0 && `${people(saved)} saved`,
      merged > 0 && `${merged} merged`,
      leftOut > 0 && `${leftOut} left out`,
    ]
      .filter(Boolean)
      .join(', '),
  openLead: (name: string) => `Open ${firstNameOf(name)}`,
  openLeads: 'Go to your leads',
  again: 'Paste or import',
  missing: 'This card is not here',
  missingText: 'Cards are kept for 30 days, or the link is not one of yours.',
};
