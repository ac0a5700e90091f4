/** A way to reach somebody, and where it stands in a text. */
export type Found = { value: string; start: number; end: number };

/** What stands in the same line before a place. */
export const lineBefore = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at - 1) + 1, at);

/** The line is about the person who got the message, or about nobody. */
const notTheirs = /^[>\s]*(?:to|cc|bcc|an|кому|копия|para|date|sent|datum|gesendet|дата|fecha|data)\s*:/i;

/** Whether what stands there belongs to the reader of a mail, not to its writer. */
export const isOthers = (text: string, at: number): boolean => notTheirs.test(lineBefore(text, at));
