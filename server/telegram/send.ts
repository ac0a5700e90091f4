import type { Api } from 'grammy';
import type { Log } from '../log.ts';
import { judge, type Verdict } from '../reminders/verdict.ts';
import { type Card, type Payload, toPayload } from './card.ts';
import { failureText, readFailure } from './failure.ts';

export type Sent = { verdict: 'sent'; messageId: number } | (Verdict & { reason: string });

/**
 * Sends a card once and says what became of it; throws only on a bug. When Telegram refuses the text, the same words
 * go out once more without formatting: better plain than never.
 */
export async function sendCard(api: Api, chatId: number, card: Card, log: Log): Promise<Sent> {
  const payload = toPayload(card);
  const sent = await attempt(api, chatId, payload);
  if (sent.verdict !== 'rejected') return sent;
  log.error({ chatId, reason: sent.reason }, 'Telegram refused a formatted message: a bug; sending it plain');
  return attempt(api, chatId, { ...payload, entities: [] });
}

async function attempt(api: Api, chatId: number, { text, ...other }: Payload): Promise<Sent> {
  try {
    const message = await api.sendMessage(chatId, text, other);
    return { verdict: 'sent', messageId: message.message_id };
  } catch (error) {
    const failure = readFailure(error);
    if (!failure) throw error;
    return { ...judge(failure), reason: failureText(failure) };
  }
}
