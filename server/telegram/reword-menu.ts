import { InlineKeyboard } from 'grammy';
import { menuButton, rewordButton } from './callback-data.ts';
import { sayPlain } from './say.ts';

/** How another draft should be; takes the place of a reminder's buttons until one is tapped. */
export function rewordMenu(stepId: string): InlineKeyboard {
  return new InlineKeyboard()
    .text(sayPlain('button.shorter'), rewordButton(stepId, 'shorter'))
    .text(sayPlain('button.warmer'), rewordButton(stepId, 'warmer'))
    .text(sayPlain('button.formal'), rewordButton(stepId, 'formal'))
    .row()
    .text(sayPlain('button.ownWish'), rewordButton(stepId, 'words'))
    .text(sayPlain('button.snoozeBack'), menuButton('snooze-back', stepId));
}
