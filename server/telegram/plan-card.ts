import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { LeadDetail } from '../views/lead-view.ts';
import type { StepView } from '../views/step-view.ts';
import { leadButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { cut } from './cut.ts';
import { leadPath } from './links.ts';
import { leadLine, maxTitle } from './names.ts';
import { join, say, sayPlain } from './say.ts';

/** More steps than a person reads in a chat; the app shows all. */
const maxSteps = 12;

/** The message that answers "add a lead": the plan being drafted, then the plan with its dates, or what went wrong. */
export function planCard(lead: LeadDetail, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard();
  if (lead.planState === 'failed') {
    keyboard.text(sayPlain('button.retry'), leadButton('plan', lead.id));
    addOpenButton(keyboard, appUrl, leadPath(lead.id), 'button.write');
  } else if (lead.planState !== 'drafting') {
    addOpenButton(keyboard, appUrl, leadPath(lead.id), 'button.openPlan');
    keyboard.text(sayPlain('button.draftAgain'), leadButton('plan', lead.id));
  }
  return { text: join([leadLine(lead), body(lead)], '\n'), keyboard };
}

function body(lead: LeadDetail): FormattedString {
  if (lead.planState === 'drafting') return say('plan.drafting');
  if (lead.planState === 'failed') return say('plan.failed');
  if (!lead.plan) return say('plan.none');
  const steps = lead.steps.slice(0, maxSteps).map(stepLine);
  const more = lead.steps.length - steps.length;
  const heading = say('plan.heading', { title: cut(lead.plan.title, maxTitle), count: lead.steps.length });
  return join([heading, join([...steps, more > 0 ? say('plan.more', { count: more }) : null], '\n')], '\n\n');
}

function stepLine(step: StepView, index: number): FormattedString {
  const title = cut(step.title, maxTitle);
  if (step.status === 'done') return say('plan.stepDone', { title });
  if (step.status === 'skipped') return say('plan.stepSkipped', { title });
  return say('plan.step', { place: String(index + 1), title, due: step.due.words });
}
