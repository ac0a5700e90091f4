/** While a plan is drafted, and when that is stopped. */
export const planTexts = {
  drafting: 'Drafting the plan…',
  /** How far it is; '' where "drafting" says it all. */
  stages: {
    waiting: '',
    writing: 'The model is writing…',
    repairing: 'Putting the answer right…',
    retrying: 'The model is busy: it is asked again in a moment.',
  },
  steps: 'Its steps appear here in a moment',
  stop: 'Stop',
  stopLabel: 'Stop drafting the plan',
  stopped: 'Stopped. Nothing was changed.',
  nothingToStop: 'There is nothing to stop any more.',
} as const;
