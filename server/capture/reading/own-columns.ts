/** The columns of our own export, in their order; those that no import takes are marked. */
export const ownColumns = [
  'Name',
  'Company',
  'Role',
  'Telegram',
  'Email',
  'Phone',
  'Source',
  'Language',
  'Status',
  'Next step',
  'Next step due',
  'Notes',
] as const;

/** They are worked out from the plan: an import would only write them into the note. */
export const derivedColumns: readonly string[] = ['Status', 'Next step', 'Next step due'];

/** Whether a table is one of our exports. */
export const isOwnExport = (header: readonly string[]): boolean =>
  header.length === ownColumns.length && ownColumns.every((name, place) => header[place] === name);

/**
 * A cell that a spreadsheet would take for a formula (OWASP, "CSV Injection"): it gets a leading '. One that begins with
 * such a mark itself gets another, so that reading it again gives what was written.
 */
export const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A cell without the mark that kept it from being a formula. */
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
