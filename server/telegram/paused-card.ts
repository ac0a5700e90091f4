import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { LeadCard, PauseView } from '../views/lead-view.ts';
import type { StepCard } from '../views/step-card.ts';
import { leadButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadPath } from './links.ts';
import { leadLine, maxTitle } from './names.ts';
import { join, say, sayPlain } from './say.ts';

/** The reminder of a step whose plan rests: it asks nothing of that step any more, only what comes next. */
export function pausedCard(card: StepCard, pause: PauseView, appUrl: AppUrl): Card {
  const names = { lead: leadLine(card.lead), title: cut(card.step.title, maxTitle) };
  const text = join([say('reminder.paused', names), pauseLine(pause)], '\n');
  return { text, keyboard: whatNext(card.lead.id, leadPath(card.lead.id, card.step.id), appUrl) };
}

/** A lead whose plan rests, where a message is about the lead as a whole. */
export function restingCard(lead: LeadCard, pause: PauseView, appUrl: AppUrl): Card {
  const text = join([say('pause.heading', { lead: leadLine(lead) }), pauseLine(pause)], '\n');
  return { text, keyboard: whatNext(lead.id, leadPath(lead.id), appUrl) };
}

/** "It waits for: contract sent, until Mon 26 Oct." */
export function pauseLine({ reason, waitingFor, wakes }: PauseView): FormattedString {
  const until = wakes ? say('pause.until', { day: wakes }) : '';
  if (reason === 'replied') return say('pause.replied', { until });
  if (reason === 'waiting' && waitingFor)
    return say('pause.waiting', { until, what: cut(waitingFor, maxTitle) });
  return say('pause.paused', { until });
}

/** The same in a few words, for a list: "⏸ contract sent, until Mon 26 Oct". */
export function pauseMark({ reason, waitingFor, wakes }: PauseView): FormattedString {
  const until = wakes ? say('pause.until', { day: wakes }) : '';
  const what = reason === 'waiting' && waitingFor ? cut(waitingFor, maxTitle) : say(`pause.mark.${reason}`);
  return say('pause.mark', { what, until });
}

function whatNext(leadId: string, path: string, appUrl: AppUrl): InlineKeyboard {
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.resume'), leadButton('resume', leadId))
    .text(sayPlain('button.newPlan'), leadButton('plan', leadId))
    .row()
    .text(sayPlain('button.won'), leadButton('won', leadId))
    .text(sayPlain('button.leadLost'), leadButton('lost', leadId));
  return addOpenButton(keyboard, appUrl, path);
}
