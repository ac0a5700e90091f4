import type { LeadFacts } from '../draft.ts';

/** So much of a text is enough to plan with, and no note can fill the model's window. */
const longest = 4000;

/** What a model is told about a lead: what was said and written about it, and no way to reach it. */
export type LeadData = {
  name: string;
  company: string;
  role: string;
  source: string;
  notes: string;
  /** The latest notes of its history, the newest first. */
  history: string[];
  status: string;
  /** In which drafts are to be written, ISO 639-1; '' for as the notes are. */
  language: string;
};

/** The lead as data for a model; '' for what is not known. Phone, e-mail address and handle stay here. */
export function leadData(facts: LeadFacts): LeadData {
  const { name, company, role, source, notes, history, status, language } = facts;
  return {
    ...{ name, company: company ?? '', role: role ?? '', source: source ?? '' },
    notes: notes.slice(0, longest),
    history: history.map((text) => text.slice(0, longest)),
    ...{ status, language: language ?? '' },
  };
}
