import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { MessageKey } from '../i18n/en.ts';
import type { TodayStep, TodayView } from '../views/lead-view.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { cut } from './cut.ts';
import { maxName, maxTitle } from './names.ts';
import { join, say } from './say.ts';

const maxLines = 8;

/** What to do now: overdue steps, today's, and how much is settled already. */
export function todayCard(view: TodayView, appUrl: AppUrl): Card {
  const open = view.today.filter((step) => step.status === 'open');
  const nothing = open.length === 0 && view.overdue.length === 0;
  const text = join(
    [
      say('today.heading', { date: view.dateWords }),
      nothing ? say('today.empty') : null,
      section('today.overdue', view.overdue),
      section('today.today', open),
      view.settled > 0 ? say('today.settled', { count: view.settled }) : null,
    ],
    '\n\n',
  );
  return { text, keyboard: addOpenButton(new InlineKeyboard(), appUrl, '/', 'button.openApp') };
}

function section(heading: MessageKey, steps: TodayStep[]): FormattedString | null {
  if (steps.length === 0) return null;
  const more = steps.length - maxLines;
  const lines = steps.slice(0, maxLines).map((step) =>
    say('today.step', {
      title: cut(step.title, maxTitle),
      who: cut(step.leadName, maxName),
      due: step.due.short,
    }),
  );
  return join([say(heading), ...lines, more > 0 ? say('today.more', { count: more }) : null], '\n');
}
