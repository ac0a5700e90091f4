import type { CapturedPerson } from '../db/stored-json.ts';
import { type LeadInput, leadInput } from '../leads/input.ts';

/** Why a person cannot be saved as they are; `words` say what to do. */
export type NoLead = { ok: false; reason: 'no-name' | 'invalid'; words: string };

/** The person as the lead form takes them. */
export function toLead(person: CapturedPerson): { ok: true; lead: LeadInput } | NoLead {
  const { name, company, role, telegram, email, phone, source, note, language } = person;
  const parsed = leadInput.safeParse({
    ...{ name, company, role, telegram, email, phone, source, language },
    notes: note,
  });
  if (parsed.success) return { ok: true, lead: parsed.data };
  const words = parsed.error.issues[0]?.message ?? '';
  return { ok: false, reason: name.trim() ? 'invalid' : 'no-name', words };
}
