import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import type { MessageKey } from '../i18n/en.ts';
import type { WaitingView } from '../views/event-view.ts';
import type { TodayStep, TodayView } from '../views/lead-view.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { maxName, maxTitle } from './names.ts';
import { join, say } from './say.ts';

const maxLines = 8;

/** What to do now: overdue steps, today's, and how much is settled already. */
export function todayCard(view: TodayView, appUrl: AppUrl): Card {
  const open = (steps: TodayStep[]) => steps.filter((step) => step.status === 'open');
  const [overdue, today] = [open(view.overdue), open(view.today)];
  const nothing = overdue.length + today.length === 0;
  const text = join(
    [
      say('today.heading', { date: view.dateWords }),
      nothing ? say('today.empty') : null,
      section('today.overdue', overdue),
      section('today.today', today),
      waiting(view.waiting),
      view.settled > 0 ? say('today.settled', { count: view.settled }) : null,
    ],
    '\n\n',
  );
  return { text, keyboard: addOpenButton(new InlineKeyboard(), appUrl, '/', 'button.openApp') };
}

function section(heading: MessageKey, steps: TodayStep[]): FormattedString | null {
  if (steps.length === 0) return null;
  const more = steps.length - maxLines;
  const lines = steps.slice(0, maxLines).map(line);
  return join([say(heading), ...lines, more > 0 ? say('today.more', { count: more }) : null], '\n');
}

function line(step: TodayStep): FormattedString {
  const names = { title: cut(step.title, maxTitle), who: cut(step.leadName, maxName) };
  if (step.snoozed) return say('today.stepSnoozed', { ...names, until: step.snoozed });
  return say('today.step', { ...names, due: step.due.short });
}

function waiting(leads: WaitingView[]): FormattedString | null {
  if (leads.length === 0) return null;
  const lines = leads
    .slice(0, maxLines)
    .map(({ leadName, event, steps }) =>
      say('today.waits', { who: cut(leadName, maxName), event, count: steps }),
    );
  const more = leads.length - maxLines;
  return join([say('today.waiting'), ...lines, more > 0 ? say('today.more', { count: more }) : null], '\n');
}
