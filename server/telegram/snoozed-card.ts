import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { SnoozedStep } from '../views/snoozed.ts';
import { stepButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { maxName, maxTitle } from './names.ts';
import { join, say, sayPlain } from './say.ts';

const maxLines = 8;
const wakesInRow = 4;

/** What is snoozed, the next to come back first, each with a button that wakes it. */
export function snoozedCard(steps: SnoozedStep[], appUrl: AppUrl): Card {
  const shown = steps.slice(0, maxLines);
  const more = steps.length - shown.length;
  const keyboard = new InlineKeyboard();
  for (const [index, { stepId }] of shown.entries()) {
    keyboard.text(sayPlain('button.wakeOne', { place: index + 1 }), stepButton('wake', stepId));
    if (index % wakesInRow === wakesInRow - 1) keyboard.row();
  }
  return {
    text: join(
      [
        steps.length > 0 ? say('snoozed.heading', { count: steps.length }) : say('snoozed.empty'),
        ...shown.map(line),
        more > 0 ? say('today.more', { count: more }) : null,
      ],
      '\n\n',
    ),
    keyboard: addOpenButton(keyboard.row(), appUrl, '/', 'button.openApp'),
  };
}

function line({ title, leadName, until }: SnoozedStep, index: number): FormattedString {
  const names = { title: cut(title, maxTitle), who: cut(leadName, maxName) };
  return say('snoozed.line', { place: String(index + 1), ...names, until });
}
