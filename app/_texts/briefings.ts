import type { BriefingKind } from '#server/briefings/next.ts';

/** The messages that come by the clock, in Settings. */
export const briefingTexts: {
  title: string;
  at: string;
  kinds: Record<BriefingKind, { label: string; hint: string }>;
} = {
  title: 'Digests in the chat',
  at: 'At',
  kinds: {
    morning: {
      label: 'Morning digest',
      hint: 'On working days: what is overdue, what is due today, what waits.',
    },
    evening: {
      label: 'Done today',
      hint: 'On working days in the evening: what you have done, and what is left.',
    },
    weekly: {
      label: 'The week ahead',
      hint: 'On Sunday: next week’s steps, day by day.',
    },
  },
};

/** What a change answers. */
export const briefingAnswers = {
  on: (kind: BriefingKind, time: string) => `Saved. “${briefingTexts.kinds[kind].label}” comes at ${time}.`,
  off: (kind: BriefingKind) => `Saved. “${briefingTexts.kinds[kind].label}” does not come any more.`,
};
