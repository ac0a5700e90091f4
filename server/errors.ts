/** Something the person who starts the program can put right; the message says what to do. Printed without a stack. */
export class SetupError extends Error {
  override name = 'SetupError';
}

/** The cause of an unknown thrown value, in words fit for a log line. */
export function errorText(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

/** The `code` of a Node.js system error ("ENOENT", "EACCES"), else undefined. Works across module instances. */
export function errorCode(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}
