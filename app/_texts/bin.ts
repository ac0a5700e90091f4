/** What a restore answers. */
export const leadAnswers = {
  restored: (name: string) => `${name} is back, with the plan and all that is still to come.`,
};

/** The list of deleted leads in Settings. */
export const binTexts = {
  title: 'Deleted leads',
  hint: 'Kept for 30 days, then erased for good.',
  restore: 'Restore',
  restoreLabel: (name: string) => `Restore ${name}`,
  deleted: (when: string) => `Deleted ${when}`,
};

/** The question before a lead is deleted, and what is said afterwards. */
export const deleteTexts = {
  title: 'Delete this lead?',
  message: (name: string) =>
    `${name} goes to the bin for 30 days; nothing more is sent about it. You can restore it in Settings.`,
  action: 'Delete',
  done: 'Lead deleted',
};
