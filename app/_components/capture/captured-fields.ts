import type { CapturedPersonView } from '#server/views/capture-view.ts';
import type { LeadFields } from '../form/fields.ts';

/** Somebody on a confirm card as the lead form holds them. */
export function fieldsOfPerson({ note, ...person }: CapturedPersonView): LeadFields {
  const { name, company, role, telegram, email, phone, source, language } = person;
  return { name, company, role, telegram, email, phone, source, notes: note, language };
}
