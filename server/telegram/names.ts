import type { FormattedString } from '@grammyjs/parse-mode';
import { cut } from '../cut.ts';
import { say } from './say.ts';

/** Long names are cut so that a card always fits; the app shows them whole. */
export const maxName = 80;
export const maxTitle = 120;

/** "**Anna Petrova** · Acme", or the name alone. */
export function leadLine(lead: { name: string; company: string | null }): FormattedString {
  const name = cut(lead.name, maxName);
  return lead.company
    ? say('lead.whoAtCompany', { name, company: cut(lead.company, maxName) })
    : say('lead.who', { name });
}
