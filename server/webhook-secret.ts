import { createHmac } from 'node:crypto';

/** Without WEBHOOK_SECRET the webhook is still closed: every instance derives the same secret from the bot's token. */
export function derivedSecret(token: string): string {
  return createHmac('sha256', token).update('followthrough webhook').digest('hex');
}
