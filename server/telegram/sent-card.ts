import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { StepCard } from '../views/step-card.ts';
import { stepButton } from './callback-data.ts';
import type { Card } from './card.ts';
import { leadLine, maxTitle } from './names.ts';
import { say, sayPlain } from './say.ts';

/** Asked below a draft that was sent to be copied. It mirrors the step: once that changes it becomes the step's card. */
export function sentCard({ step, lead }: StepCard): Card {
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.sent'), stepButton('done', step.id))
    .text(sayPlain('button.notYet'), stepButton('not-sent', step.id));
  return {
    text: say('reminder.sentIt', { title: cut(step.title, maxTitle), lead: leadLine(lead) }),
    keyboard,
  };
}
