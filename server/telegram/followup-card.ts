import { InlineKeyboard } from 'grammy';
import { daysQuiet } from '../followups/stale.ts';
import { leadButton } from './callback-data.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { leadPath } from './links.ts';
import { leadLine } from './names.ts';
import { join, say, sayPlain } from './say.ts';

type QuietLead = { id: string; name: string; company: string | null; lastActivityAt: Date };

const maxLines = 20;

/** The nudge about one lead that went quiet. */
export function followupCard(lead: QuietLead, now: Date, appUrl: AppUrl): Card {
  const days = daysQuiet(lead.lastActivityAt, now);
  const text = join([say('followup.heading', { lead: leadLine(lead), days }), say('followup.ask')], '\n\n');
  const keyboard = new InlineKeyboard()
    .text(sayPlain('button.draftPlan'), leadButton('plan', lead.id))
    .text(sayPlain('button.notNow'), leadButton('quiet', lead.id))
    .row();
  return { text, keyboard: addOpenButton(keyboard, appUrl, leadPath(lead.id)) };
}

/** The same about several leads at once: one list instead of a burst. */
export function followupListCard(leads: QuietLead[], now: Date, appUrl: AppUrl): Card {
  const lines = leads
    .slice(0, maxLines)
    .map((lead) => say('followup.line', { lead: leadLine(lead), days: daysQuiet(lead.lastActivityAt, now) }));
  const more = leads.length - lines.length;
  const list = join([...lines, more > 0 ? say('plan.more', { count: more }) : null], '\n');
  const text = join([say('followup.list', { count: leads.length }), list, say('followup.ask')], '\n\n');
  return { text, keyboard: addOpenButton(new InlineKeyboard(), appUrl, '/leads', 'button.openApp') };
}
