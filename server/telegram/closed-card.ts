import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { EventName } from '../plans/timing.ts';
import type { LeadCard } from '../views/lead-view.ts';
import type { StepCard } from '../views/step-card.ts';
import { actButton, eventButton, leadButton, stepButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadPath } from './links.ts';
import { leadLine, maxTitle } from './names.ts';
import { say, sayPlain } from './say.ts';

/**
 * The reminder of a step of a closed lead, with Undo while nothing was done with the lead since; once that is open again,
 * with the way back for what was cancelled.
 */
export function closedCard(card: StepCard, appUrl: AppUrl): Card {
  const { step, lead, closed, actId } = card;
  const keyboard = new InlineKeyboard();
  // Older versions left the steps of closed leads open.
  if (step.status === 'open')
    return {
      text: say('reminder.closed', { ...names(card), status: lead.status }),
      keyboard: withOpen(keyboard, card, appUrl),
    };
  if (!closed) keyboard.text(sayPlain('button.restore'), leadButton('restore', lead.id)).row();
  else if (actId) keyboard.text(sayPlain('button.undo'), actButton('undo-act', actId));
  return {
    text: say('reminder.cancelled', { ...names(card), at: step.settledAt ?? '', status: lead.status }),
    keyboard: withOpen(keyboard, card, appUrl),
  };
}

/** A lead that was closed, where a message is about the lead as a whole; `actId` is the act that closed it, to be undone. */
export function leadClosedCard(lead: LeadCard, actId: number | null, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard();
  if (actId) keyboard.text(sayPlain('button.undo'), actButton('undo-act', actId));
  return {
    text: say('lead.closed', { lead: leadLine(lead), status: lead.status }),
    keyboard: addOpenButton(keyboard, appUrl, leadPath(lead.id)),
  };
}

/** The reminder of a step whose event has no date any more. */
export function waitingCard(card: StepCard, event: EventName, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.event', { event }), eventButton(card.lead.id, event))
    .row()
    .text(sayPlain('button.done'), stepButton('done', card.step.id))
    .text(sayPlain('button.skip'), stepButton('skip', card.step.id))
    .row();
  return {
    text: say('reminder.waits', { ...names(card), event }),
    keyboard: withOpen(keyboard, card, appUrl),
  };
}

const names = ({ lead, step }: StepCard) => ({ lead: leadLine(lead), title: cut(step.title, maxTitle) });

const withOpen = (keyboard: InlineKeyboard, { lead, step }: StepCard, appUrl: AppUrl) =>
  addOpenButton(keyboard, appUrl, leadPath(lead.id, step.id));
