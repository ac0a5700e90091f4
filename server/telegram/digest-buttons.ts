import { InlineKeyboard } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { StepCard } from '../views/step-card.ts';
import { plainButton, stepButton } from './callback-data.ts';
import type { AppUrl } from './card.ts';
import { leadPath } from './links.ts';
import { sayPlain } from './say.ts';

/** A step of a digest and the number it goes by there. */
export type Listed = { card: StepCard; place: number };

/** So many steps have all their buttons; the others can be opened. */
const maxRows = 8;
const opensInRow = 5;

/**
 * The buttons below a digest: a row for each of the first steps, whatever became of it, so that no row moves away under
 * a finger; then the ways into the app.
 */
export function digestButtons(listed: Listed[], appUrl: AppUrl): InlineKeyboard {
  const opens = listed.slice(maxRows).flatMap((one) => openButton(one, appUrl));
  const rows = [...listed.slice(0, maxRows).map((one) => stepRow(one, appUrl)), ...inRows(opens)];
  const today = sayPlain('button.today');
  const last = appUrl
    ? InlineKeyboard.webApp(today, `${appUrl}/`)
    : InlineKeyboard.text(today, plainButton('today'));
  return InlineKeyboard.from([...rows, [last]].filter((row) => row.length > 0));
}

function stepRow({ card, place }: Listed, appUrl: AppUrl): InlineKeyboardButton[] {
  const { id } = card.step;
  const open = openButton({ card, place }, appUrl);
  const undo = InlineKeyboard.text(sayPlain('button.undoOne', { place }), stepButton('undo', id));
  if (card.step.status !== 'open') return [undo, ...open];
  if (card.closed) return open;
  const done = InlineKeyboard.text(sayPlain('button.doneOne', { place }), stepButton('done', id));
  const snooze = InlineKeyboard.text(sayPlain('button.snoozeOne', { place }), stepButton('snooze', id));
  const skip = InlineKeyboard.text(sayPlain('button.skipOne', { place }), stepButton('skip', id));
  return card.step.snoozed ? [done, skip, ...open] : [done, snooze, skip, ...open];
}

/** Where there is a Mini App to open. */
function openButton({ card, place }: Listed, appUrl: AppUrl): InlineKeyboardButton[] {
  if (!appUrl) return [];
  const url = `${appUrl}${leadPath(card.lead.id, card.step.id)}`;
  return [InlineKeyboard.webApp(sayPlain('button.openOne', { place }), url)];
}

function inRows(all: InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let start = 0; start < all.length; start += opensInRow)
    rows.push(all.slice(start, start + opensInRow));
  return rows;
}
