import Papa from 'papaparse';
import { formula, ownColumns } from '../capture/reading/own-columns.ts';
import type { Export, ExportedLead } from './export.ts';

/** Excel takes a CSV file for one of Windows' old encodings unless it begins with this mark. */
const byteOrderMark = '\ufeff';

/** Everything, for programs. */
export const toJson = (exported: Export): string => `${JSON.stringify(exported, null, 2)}\n`;

/**
 * One row a lead, for spreadsheets, which take no value for a formula (OWASP, "CSV Injection"). A file that is imported
 * again (capture/reading/csv.ts) gives the same people.
 */
export function toCsv({ leads }: Export): string {
  const data = leads.map((lead) => ownColumns.map((column) => values[column](lead) ?? ''));
  const table = Papa.unparse({ fields: [...ownColumns], data }, { quotes: true, escapeFormulae: formula });
  return `${byteOrderMark}${table}\r\n`;
}

const values: Record<(typeof ownColumns)[number], (lead: ExportedLead) => string | null> = {
  Name: ({ name }) => name,
  Company: ({ company }) => company,
  Role: ({ role }) => role,
  Telegram: ({ telegram }) => telegram,
  Email: ({ email }) => email,
  Phone: ({ phone }) => phone,
  Source: ({ source }) => source,
  Language: ({ language }) => language,
  Status: ({ status }) => status,
  'Next step': ({ next }) => next?.title ?? null,
  'Next step due': ({ next }) => next?.due.replace('T', ' ') ?? null,
  Notes: ({ notes }) => notes,
};
