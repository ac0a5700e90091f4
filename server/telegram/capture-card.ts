import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { CapturedPersonView, CaptureView } from '../views/capture-view.ts';
import { captureButton, leadButton } from './callback-data.ts';
import { captureListCard } from './capture-list-card.ts';
import { capturedPersonText, personButtons } from './captured-person.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadPath } from './links.ts';
import { leadLine } from './names.ts';
import { join, say, sayPlain } from './say.ts';

/**
 * The confirm card of what was captured: one person with what is known of them, or a list of many, or one of those.
 * @param chosen the place of the person whom the message shows of many; null for the list
 */
export function captureCard(view: CaptureView, appUrl: AppUrl, chosen: number | null): Card {
  const [first] = view.people;
  if (view.status === 'saved' || view.status === 'cancelled') return settledCard(view, appUrl);
  if (!first) return waitingCard(view);
  const shown = view.people.length === 1 ? first : chosen === null ? null : nextOpen(view, chosen);
  if (!shown) return captureListCard(view);
  return {
    text: join([capturedPersonText(view, shown), below(view)], '\n\n'),
    keyboard: personButtons(view, shown, appUrl),
  };
}

/** That person, or, when they were decided about, the next who was not. */
function nextOpen({ people }: CaptureView, place: number): CapturedPersonView | null {
  const open = people.filter(({ state }) => state === 'open');
  return open.find((person) => person.place >= place) ?? open[0] ?? null;
}

/** What a model does about it, or could not do. */
function below({ reading, failure, source }: CaptureView): FormattedString | null {
  if (reading) return say('capture.closer');
  if (failure === null) return null;
  if (failure === 'limit') return say('capture.failedLimit');
  return say(source === 'photo' || source === 'voice' ? 'capture.failedPlain' : 'capture.failedClosely');
}

/** Nothing is known yet. */
function waitingCard({ id, source }: CaptureView): Card {
  return {
    text: say(source === 'voice' ? 'capture.readingVoice' : 'capture.readingPhoto'),
    keyboard: new InlineKeyboard().text(sayPlain('button.cancelCapture'), captureButton('cap-cancel', id)),
  };
}

/** What became of it; its old buttons are gone. */
function settledCard(view: CaptureView, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard();
  const { people, counts, failure, added } = view;
  const [only] = people;
  if (view.status === 'cancelled')
    return { text: people.length === 0 && failure ? failed(failure) : say('add.cancelled'), keyboard };
  if (people.length === 1 && only?.leadId) {
    addOpenButton(keyboard, appUrl, leadPath(only.leadId));
    const lead = leadLine(only);
    if (only.state === 'merged')
      return {
        text: say('capture.merged', { lead, added: added ?? '', nothing: added ? 'no' : 'yes' }),
        keyboard,
      };
    keyboard.text(sayPlain('button.draftPlan'), leadButton('plan', only.leadId));
    return { text: say('capture.saved', { lead }), keyboard };
  }
  const { saved, merged, leftOut: left } = counts;
  return {
    text: say('capture.settled', { saved, merged, left }),
    keyboard: addOpenButton(keyboard, appUrl, '/leads', 'button.openApp'),
  };
}

function failed(failure: NonNullable<CaptureView['failure']>): FormattedString {
  if (failure === 'gone') return say('capture.failedGone');
  return say(failure === 'nobody' ? 'capture.failedNobody' : 'capture.failedPlain');
}
