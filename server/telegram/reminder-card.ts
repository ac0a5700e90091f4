import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { StepCard } from '../views/step-card.ts';
import { stepButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card, maxCopyText } from './card.ts';
import { cut } from './cut.ts';
import { leadPath } from './links.ts';
import { leadLine, maxTitle } from './names.ts';
import { join, say, sayPlain } from './say.ts';

/** Leaves room for everything else within Telegram's 4096 units. */
const maxDraft = 3000;
const maxWhy = 300;

/**
 * The message about a step, as it is now: a reminder while the step is open, otherwise what became of it and what is
 * next.
 */
export function reminderCard(card: StepCard, appUrl: AppUrl): Card {
  if (card.closed && card.step.status === 'open') return closedCard(card, appUrl);
  if (card.step.status !== 'open') return settledCard(card, appUrl);
  if (card.step.snoozed) return snoozedCard(card, card.step.snoozed, appUrl);
  return openCard(card, appUrl);
}

function openCard(card: StepCard, appUrl: AppUrl): Card {
  const { step } = card;
  const text = join(
    [
      heading(card),
      step.draft ? say('reminder.draft', { draft: cut(step.draft, maxDraft) }) : null,
      step.draft.length > maxDraft ? say('reminder.readOn') : null,
      step.why ? say('reminder.why', { why: cut(step.why, maxWhy) }) : null,
      dueLine(card),
    ],
    '\n',
  );
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.done'), stepButton('done', step.id))
    .text(sayPlain('button.snooze'), stepButton('snooze', step.id))
    .text(sayPlain('button.skip'), stepButton('skip', step.id))
    .row();
  addCopyButton(keyboard, step);
  return { text, keyboard: withOpen(keyboard, card, appUrl) };
}

/** What it is about, and when the reminder did not come as it should have: that it may be the second, or is late. */
function heading(card: StepCard): FormattedString {
  const { place, count, unconfirmed, late } = card;
  const heading = say('reminder.heading', { ...names(card), place, count });
  if (unconfirmed) return say('reminder.unconfirmed', { heading });
  return late ? say('reminder.late', { heading, due: late }) : heading;
}

/** Left out where the heading has said the same. */
function dueLine({ step, unconfirmed, late }: StepCard): FormattedString | null {
  if (late === step.due && !unconfirmed) return null;
  const timing = step.timing ? 'given' : 'none';
  return say('reminder.due', { timing, words: cut(step.timing, maxTitle), due: step.due });
}

/** Short drafts are copied by Telegram itself; a longer one is sent as a message of its own, to be copied there. */
function addCopyButton(keyboard: InlineKeyboard, step: { id: string; draft: string }): void {
  if (!step.draft) return;
  if (step.draft.length <= maxCopyText) keyboard.copyText(sayPlain('button.copy'), step.draft);
  else keyboard.text(sayPlain('button.copy'), stepButton('draft', step.id));
}

function settledCard(card: StepCard, appUrl: AppUrl): Card {
  const { step } = card;
  const at = step.settledAt ?? '';
  const key = step.status === 'done' ? 'reminder.done' : 'reminder.skipped';
  const text = join([say(key, { ...names(card), at }), nextLine(card)], '\n');
  const keyboard = new InlineKeyboard().text(sayPlain('button.undo'), stepButton('undo', step.id));
  return { text, keyboard: withOpen(keyboard, card, appUrl) };
}

function snoozedCard(card: StepCard, until: string, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.done'), stepButton('done', card.step.id))
    .text(sayPlain('button.skip'), stepButton('skip', card.step.id));
  return {
    text: say('reminder.snoozed', { ...names(card), until }),
    keyboard: withOpen(keyboard, card, appUrl),
  };
}

function closedCard(card: StepCard, appUrl: AppUrl): Card {
  const text = say('reminder.closed', { ...names(card), status: card.lead.status });
  return { text, keyboard: withOpen(new InlineKeyboard(), card, appUrl) };
}

function names(card: StepCard) {
  return { lead: leadLine(card.lead), title: cut(card.step.title, maxTitle) };
}

function nextLine({ next, closed }: StepCard): FormattedString | null {
  if (closed) return null;
  if (!next) return say('reminder.last');
  return say('reminder.next', { title: cut(next.title, maxTitle), due: next.due });
}

function withOpen(keyboard: InlineKeyboard, card: StepCard, appUrl: AppUrl): InlineKeyboard {
  return addOpenButton(keyboard, appUrl, leadPath(card.lead.id, card.step.id));
}
