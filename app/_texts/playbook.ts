import type { Playbook } from '#server/playbook/playbook.ts';

/** What a person sells and how they write: the card in Settings and its page. */
export const playbookTexts = {
  title: 'Playbook',
  subtitle: 'Used in every plan and draft',
  emptyTitle: 'Plans that sound like you',
  emptyText: 'Say what you sell, to whom and in which tone, and every plan and draft is written with it.',
  write: 'Write your playbook',
  change: 'Change the playbook',
  noModel: 'Templates do not use it: it counts as soon as a model writes your plans.',
  parts: {
    sells: 'What you sell',
    audience: 'To whom',
    tone: 'Your tone',
    rules: 'Your rules',
  } satisfies Record<Exclude<keyof Playbook, 'examples'>, string>,
  examplesTitle: 'Messages you wrote and like',
  examples: (count: number) => (count === 1 ? '1 example message' : `${count} example messages`),
  example: (place: number) => `Example ${place}`,
  addExample: 'Add an example',
  removeExample: (place: number) => `Remove example ${place}`,
  examplesHint: 'Up to five. Drafts follow their length, greeting and manner.',
  saleTitle: 'Your offer',
  styleTitle: 'How you write',
  placeholders: {
    sells: 'Solar panels for small companies, with a 3-year warranty',
    audience: 'Owners of workshops with 5 to 50 people',
    tone: 'Short, warm, first names, no emoji',
    rules: 'Never mention prices. Offer a call before a meeting.',
    example: 'Hi Anna, the two case studies you asked about are ready…',
  },
  save: 'Save playbook',
  saved: 'Saved. New plans and drafts use it; running plans stay as they are.',
};
