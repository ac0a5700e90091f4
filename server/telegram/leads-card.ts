import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import { isClosed } from '../leads/status.ts';
import type { LeadCard, LeadsView } from '../views/lead-view.ts';
import { pageButton, plainButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadLine, maxTitle } from './names.ts';
import { pauseMark } from './paused-card.ts';
import { join, say, sayPlain } from './say.ts';

const pageSize = 8;

/** One page (from 0) of a person's leads with next step and overdue mark; a page past the end shows the last one. */
export function leadsCard(view: LeadsView, page: number, appUrl: AppUrl): Card {
  const keyboard = new InlineKeyboard();
  if (view.leads.length === 0) {
    return {
      text: say('leads.empty'),
      keyboard: keyboard.text(sayPlain('button.addLead'), plainButton('add')),
    };
  }
  const pages = Math.ceil(view.leads.length / pageSize);
  const shown = Math.min(page, pages - 1);
  const lines = view.leads.slice(shown * pageSize, (shown + 1) * pageSize).map(line);
  const text = join(
    [
      say('leads.heading', { open: view.open, overdue: view.overdue }),
      ...lines,
      pages > 1 ? say('leads.page', { page: shown + 1, pages }) : null,
    ],
    '\n\n',
  );
  if (shown > 0) keyboard.text(sayPlain('button.previous'), pageButton(shown - 1));
  if (shown < pages - 1) keyboard.text(sayPlain('button.next'), pageButton(shown + 1));
  return { text, keyboard: addOpenButton(keyboard.row(), appUrl, '/leads', 'button.openApp') };
}

function line(lead: LeadCard): FormattedString {
  const late = lead.next?.due.tone === 'late' ? 'yes' : 'no';
  return say('leads.line', { late, lead: leadLine(lead), next: next(lead) });
}

function next(lead: LeadCard): FormattedString {
  if (isClosed(lead.status)) return say('leads.closed', { status: lead.status });
  if (lead.pause) return pauseMark(lead.pause);
  if (lead.next) {
    const title = cut(lead.next.title, maxTitle);
    const { snoozed, due } = lead.next;
    return snoozed
      ? say('leads.nextSnoozed', { title, until: snoozed })
      : say('leads.next', { title, due: due.short });
  }
  if (lead.waitsFor) return say('leads.waits', { event: lead.waitsFor });
  return say(lead.planState === 'drafting' ? 'leads.drafting' : 'leads.quiet');
}
