import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { cut } from '../cut.ts';
import { calledBy } from '../plans/templates/fill-draft.ts';
import type { StepCard } from '../views/step-card.ts';
import { actButton, leadButton, menuButton, stepButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card, maxCopyText } from './card.ts';
import { closedCard, waitingCard } from './closed-card.ts';
import { draftLink } from './draft-link.ts';
import { leadPath } from './links.ts';
import { leadLine, maxTitle } from './names.ts';
import { pausedCard } from './paused-card.ts';
import { rippleLine } from './ripple-line.ts';
import { join, say, sayPlain } from './say.ts';

/** Leaves room for everything else within Telegram's 4096 units. */
const maxDraft = 3000;
const maxWhy = 300;
/** A button shows little more of a name. */
const maxCalled = 24;

/**
 * The message about a step, as it is now: a reminder while the step is open, otherwise what became of it and what is
 * next. `writes`: there is a model that can write another draft.
 */
export function reminderCard(card: StepCard, appUrl: AppUrl, writes = false): Card {
  if (card.step.status === 'cancelled' || (card.closed && card.step.status === 'open'))
    return closedCard(card, appUrl);
  if (card.step.status !== 'open') return settledCard(card, appUrl);
  if (card.paused) return pausedCard(card, card.paused, appUrl);
  if (card.waitsFor) return waitingCard(card, card.waitsFor, appUrl);
  if (card.step.snoozed) return snoozedCard(card, card.step.snoozed, appUrl);
  return openCard(card, appUrl, writes);
}

function openCard(card: StepCard, appUrl: AppUrl, writes: boolean): Card {
  const { step } = card;
  const text = join(
    [
      heading(card),
      step.draft ? say('reminder.draft', { draft: cut(step.draft, maxDraft) }) : null,
      step.draft.length > maxDraft ? say('reminder.readOn') : null,
      step.why ? say('reminder.why', { why: cut(step.why, maxWhy) }) : null,
      dueLine(card),
      earlierLine(card),
      rewordingLine(card),
    ],
    '\n',
  );
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.done'), stepButton('done', step.id))
    .text(sayPlain('button.snooze'), menuButton('snooze-menu', step.id))
    .text(sayPlain('button.skip'), stepButton('skip', step.id))
    .text(sayPlain('button.hasReplied'), leadButton('replied', card.lead.id))
    .row();
  const sending = draftButtons(card);
  keyboard.add(...sending);
  if (sending.length > 1) keyboard.row();
  if (step.draft && writes && !card.modelOff) {
    keyboard.text(sayPlain('button.reword'), stepButton('reword', step.id));
    if (sending.length < 2) keyboard.row();
  }
  keyboard.text(sayPlain('button.why'), stepButton('why', step.id));
  return { text, keyboard: withOpen(keyboard, card, appUrl) };
}

/** What it is about, and when the reminder did not come as it should have: that it may be the second, or is late. */
function heading(card: StepCard): FormattedString {
  const { place, count, unconfirmed, late, nudge } = card;
  const heading = say(nudge ? 'reminder.stillOpen' : 'reminder.heading', { ...names(card), place, count });
  if (unconfirmed) return say('reminder.unconfirmed', { heading });
  return late ? say('reminder.late', { heading, due: late }) : heading;
}

/** Left out where the heading has said the same. */
function dueLine({ step, unconfirmed, late }: StepCard): FormattedString | null {
  if (late === step.due && !unconfirmed) return null;
  const timing = step.timing ? 'given' : 'none';
  return say('reminder.due', { timing, words: cut(step.timing, maxTitle), due: step.due ?? '' });
}

const rewordingLine = ({ rewording }: StepCard): FormattedString | null => {
  if (!rewording) return null;
  return rewording.state === 'writing'
    ? say('reword.writing')
    : say('reword.failed', { why: rewording.reason });
};

const earlierLine = ({ earlierOpen }: StepCard): FormattedString | null =>
  earlierOpen === null ? null : say('reminder.earlierOpen', { title: cut(earlierOpen, maxTitle) });

/**
 * The ways on with a draft. Short ones are copied by Telegram itself; a longer one is sent as a message of its own, to be
 * copied there.
 */
function draftButtons({ step, lead }: StepCard): InlineKeyboardButton[] {
  if (!step.draft) return [];
  const link = draftLink(lead, step);
  const called = cut(calledBy(lead.name, lead.company) ?? lead.name, maxCalled);
  const copy = sayPlain('button.copy');
  return [
    ...(link ? [InlineKeyboard.url(sayPlain('button.writeTo', { name: called }), link)] : []),
    step.draft.length <= maxCopyText
      ? InlineKeyboard.copyText(copy, step.draft)
      : InlineKeyboard.text(copy, stepButton('draft', step.id)),
  ];
}

function settledCard(card: StepCard, appUrl: AppUrl): Card {
  const { step } = card;
  const at = step.settledAt ?? '';
  const key = step.status === 'done' ? 'reminder.done' : 'reminder.skipped';
  const lines = [say(key, { ...names(card), at }), rippleLine(card.ripple), nextLine(card)];
  return { text: join(lines, '\n'), keyboard: withOpen(undoButtons(card), card, appUrl) };
}

/** By the step: that works for as long as the message is there. By the act where it moved others, which can be kept. */
function undoButtons({ step, ripple }: StepCard): InlineKeyboard {
  const keyboard = new InlineKeyboard();
  if (!ripple) return keyboard.text(sayPlain('button.undo'), stepButton('undo', step.id));
  keyboard.text(sayPlain('button.undo'), actButton('undo-act', ripple.actId));
  if (!ripple.kept) keyboard.text(sayPlain('button.keepDates'), actButton('keep-dates', ripple.actId));
  return keyboard.row();
}

function snoozedCard(card: StepCard, until: string, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.done'), stepButton('done', card.step.id))
    .text(sayPlain('button.skip'), stepButton('skip', card.step.id));
  if (card.actId) keyboard.text(sayPlain('button.undo'), actButton('undo-act', card.actId)).row();
  return {
    text: say('reminder.snoozed', { ...names(card), until }),
    keyboard: withOpen(keyboard, card, appUrl),
  };
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
