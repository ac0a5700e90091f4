/** "@anna", "anna" or "https://t.me/anna" as "anna"; null when it is no Telegram name (4 to 32 of A-Z, a-z, 0-9 and "_", as leads/input.ts takes it). */
export function telegramHandle(written: string): string | null {
  const handle = written.trim().replace(/^(https?:\/\/)?t\.me\/|^@/i, '');
  return /^\w{4,32}$/.test(handle) ? handle : null;
}

/** Opens the device's own mail program with the draft as the text of a message (RFC 6068: lines end in CR LF). */
export const mailLink = (address: string, draft: string): string =>
  `mailto:${encodeURIComponent(address).replace('%40', '@')}?body=${encodeURIComponent(draft.replace(/\r?\n/g, '\r\n'))}`;

/**
 * Opens that person's chat with the draft already in the message field; Telegram cuts it at 4096 characters. Cut here
 * between whole characters: half an emoji cannot be put into a link, and throws.
 */
export function telegramDraftLink(written: string, draft: string): string | null {
  const handle = telegramHandle(written);
  return handle && `https://t.me/${handle}?text=${encodeURIComponent([...draft].slice(0, 4096).join(''))}`;
}
