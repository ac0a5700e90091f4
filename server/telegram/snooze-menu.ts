import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { SnoozeTo } from '../plans/snooze.ts';
import type { StepCard } from '../views/step-card.ts';
import { leadButton, menuButton, snoozeButton, stepButton } from './callback-data.ts';
import type { Card } from './card.ts';
import { leadLine, maxTitle } from './names.ts';
import { say, sayPlain } from './say.ts';

/** The choices of when, which take the place of a message's buttons until one is tapped. */
export function snoozeMenu(stepId: string): InlineKeyboard {
  return new InlineKeyboard()
    .text(sayPlain('button.snoozeHour'), snoozeButton('snooze', stepId, '1h'))
    .text(sayPlain('button.snoozeEvening'), snoozeButton('snooze', stepId, 'evening'))
    .row()
    .text(sayPlain('button.snoozeTomorrow'), snoozeButton('snooze', stepId, 'tomorrow'))
    .text(sayPlain('button.snoozeMonday'), snoozeButton('snooze', stepId, 'monday'))
    .row()
    .text(sayPlain('button.snoozePick'), menuButton('snooze-pick', stepId))
    .text(sayPlain('button.snoozeBack'), menuButton('snooze-back', stepId));
}

/** What is asked instead of snoozing a step once more: keep, rewrite smaller, drop, or close the lead (T7). */
export function thirdSnoozeCard(
  { step, lead }: StepCard,
  asked: { to: SnoozeTo; until: string; count: number },
): Card {
  const { to, until, count } = asked;
  return {
    text: say('snooze.third', { title: cut(step.title, maxTitle), lead: leadLine(lead), until, count }),
    keyboard: new InlineKeyboard()
      .text(sayPlain('button.anyway'), snoozeButton('anyway', step.id, to))
      .text(sayPlain('button.smaller'), stepButton('smaller', step.id))
      .row()
      .text(sayPlain('button.drop'), stepButton('skip', step.id))
      .text(sayPlain('button.closeLead'), leadButton('lost', lead.id)),
  };
}
