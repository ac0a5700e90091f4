/** Something the person who starts the program can put right; the message says what to do. Printed without a stack. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/**
 * What went wrong, in words fit for a log line. drizzle's own message repeats the query with its values, which are
 * people's names, notes and drafts; of such an error only the database's cause is told.
 */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isQuery = error.message.startsWith('Failed query:');
  const text = isQuery ? 'query failed' : `${error.name}: ${error.message}`;
  return error.cause instanceof Error ? `${text} (${errorText(error.cause)})` : text;
}

/** The `code` of a Node.js system error ("ENOENT", "EACCES"), else undefined. Works across module instances. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
