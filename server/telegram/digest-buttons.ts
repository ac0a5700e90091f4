import { InlineKeyboard } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import type { BriefingLine } from '../views/briefing-view.ts';
import type { StepCard } from '../views/step-card.ts';
import { actButton, menuButton, plainButton, stepButton } from './callback-data.ts';
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
  const rows = [...listed.slice(0, maxRows).map((one) => stepRow(one, appUrl)), ...inRows(opens, opensInRow)];
  return InlineKeyboard.from([...rows, [todayButton(appUrl)]].filter((row) => row.length > 0));
}

function todayButton(appUrl: AppUrl): InlineKeyboardButton {
  const today = sayPlain('button.today');
  return appUrl
    ? InlineKeyboard.webApp(today, `${appUrl}/`)
    : InlineKeyboard.text(today, plainButton('today'));
}

/** So many steps of a briefing have a button. */
const maxDone = 6;
const doneInRow = 3;

type DoneOrNot = Pick<BriefingLine, 'place' | 'closed' | 'paused'> & {
  step: Pick<BriefingLine['step'], 'id' | 'status'>;
};

/**
 * The buttons below a briefing: "Done" for the first of its steps, or "Undo" once one is settled, so that none moves away
 * under a finger; then the way into the app.
 */
export function doneButtons(listed: DoneOrNot[], appUrl: AppUrl): InlineKeyboard {
  const buttons = listed.slice(0, maxDone).flatMap(({ step: { id, status }, place, closed, paused }) => {
    if (status === 'done' || status === 'skipped')
      return [InlineKeyboard.text(sayPlain('button.undoOne', { place }), stepButton('undo', id))];
    if (closed || paused || status !== 'open') return [];
    return [InlineKeyboard.text(sayPlain('button.doneOne', { place }), stepButton('done', id))];
  });
  return InlineKeyboard.from([...inRows(buttons, doneInRow), [todayButton(appUrl)]]);
}

function stepRow({ card, place }: Listed, appUrl: AppUrl): InlineKeyboardButton[] {
  const { id } = card.step;
  const open = openButton({ card, place }, appUrl);
  const undo = InlineKeyboard.text(sayPlain('button.undoOne', { place }), stepButton('undo', id));
  if (card.step.status === 'cancelled') return open;
  if (card.step.status !== 'open') return [undo, ...open];
  if (card.closed || card.paused) return open;
  const done = InlineKeyboard.text(sayPlain('button.doneOne', { place }), stepButton('done', id));
  const snooze = InlineKeyboard.text(sayPlain('button.snoozeOne', { place }), menuButton('snooze-menu', id));
  const skip = InlineKeyboard.text(sayPlain('button.skipOne', { place }), stepButton('skip', id));
  if (!card.step.snoozed) return [done, snooze, skip, ...open];
  const label = sayPlain('button.undoOne', { place });
  const takeBack = card.actId ? [InlineKeyboard.text(label, actButton('undo-act', card.actId))] : [];
  return [done, ...takeBack, skip, ...open];
}

/** Where there is a Mini App to open. */
function openButton({ card, place }: Listed, appUrl: AppUrl): InlineKeyboardButton[] {
  if (!appUrl) return [];
  const url = `${appUrl}${leadPath(card.lead.id, card.step.id)}`;
  return [InlineKeyboard.webApp(sayPlain('button.openOne', { place }), url)];
}

function inRows(all: InlineKeyboardButton[], length: number): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  for (let start = 0; start < all.length; start += length) rows.push(all.slice(start, start + length));
  return rows;
}
