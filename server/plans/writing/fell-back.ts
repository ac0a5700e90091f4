import type { NoAnswer } from '../../model/port.ts';

/** Off is what somebody chose: nothing to excuse. */
const because: Record<Exclude<NoAnswer['reason'], 'off'>, string> = {
  limit: 'The model’s limit for today is used up',
  invalid: 'The model’s answer could not be used',
  refused: 'The model would not write this plan',
  unauthorized: 'The model does not let us in, which an administrator has to put right',
  busy: 'The model was too busy',
  down: 'The model did not answer in time',
};

/** Why a template stands in for the model, as a sentence for the person; null when the model is switched off. */
export const fellBack = ({ reason }: NoAnswer, template: string): string | null =>
  reason === 'off' ? null : `${because[reason]}, so this is the template “${template}”.`;
