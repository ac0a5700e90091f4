import type { LeadDetail } from '#server/views/lead-view.ts';

/** What is typed about a lead; the server trims and checks it. */
export type LeadFields = {
  name: string;
  company: string;
  role: string;
  telegram: string;
  email: string;
  phone: string;
  source: string;
  notes: string;
  /** ISO 639-1; '' for "as in the notes". */
  language: string;
};

export const noFields: LeadFields = {
  name: '',
  company: '',
  role: '',
  telegram: '',
  email: '',
  phone: '',
  source: '',
  notes: '',
  language: '',
};

export function fieldsOf(lead: LeadDetail): LeadFields {
  return {
    name: lead.name,
    company: lead.company ?? '',
    role: lead.role ?? '',
    telegram: lead.telegram ?? '',
    email: lead.email ?? '',
    phone: lead.phone ?? '',
    source: lead.source ?? '',
    notes: lead.notes,
    language: lead.language ?? '',
  };
}

export function sameFields(a: LeadFields, b: LeadFields): boolean {
  return (Object.keys(a) as Array<keyof LeadFields>).every((field) => a[field] === b[field]);
}
