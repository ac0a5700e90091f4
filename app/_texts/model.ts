import type { ModelView } from '#server/views/model-view.ts';

/** The language model in Settings: which one it is, and whether it may read and write for this person. */
export const modelTexts = {
  title: 'Language model',
  none: 'No model is set up: plans and drafts come from templates. Whoever runs this bot can connect one.',
  off: (name: string) => `${name} is set up, and you have switched it off: templates write your plans.`,
  writes: (name: string) => `${name} writes your plans and drafts.`,
  senses: ({ sees, hears }: Pick<ModelView, 'sees' | 'hears'>) => {
    if (sees && hears) return 'It reads photos and listens to voice notes.';
    if (sees) return 'It reads photos; it cannot listen to voice notes.';
    return hears
      ? 'It listens to voice notes; it cannot read photos.'
      : 'It cannot read photos or listen to voice notes.';
  },
  used: ({ today, limit }: Pick<ModelView, 'today' | 'limit'>) =>
    `${Math.min(today, limit)} of ${limit} today`,
  usedLabel: 'Requests for you',
  allow: 'Let the model write and read for me',
  sent: 'It is sent the lead in question with its notes, your playbook, and what you forward or paste. Never other leads.',
};

/** The same for one lead. */
export const leadModelTexts = {
  title: 'Language model',
  keepOut: 'No model for this lead',
  hint: 'Nothing about this lead is sent to a model; its plan and drafts come from templates.',
};

export const modelAnswers = {
  on: 'The model writes and reads for you.',
  off: 'Switched off. Plans come from templates; what was written stays.',
  leadOff: (name: string) => `No model reads or writes about ${name}.`,
  leadOn: (name: string) => `The model may help with ${name} again.`,
};
