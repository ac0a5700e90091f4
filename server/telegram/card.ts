import type { FormattedString } from '@grammyjs/parse-mode';
import { InlineKeyboard } from 'grammy';
import type { InlineKeyboardMarkup, MessageEntity } from 'grammy/types';
import type { MessageKey } from '../i18n/en.ts';
import { sayPlain } from './say.ts';

/** A message of the bot before it is sent: formatted text and the buttons below it. */
export type Card = { text: FormattedString; keyboard: InlineKeyboard };

/** Telegram's limits (Bot API, sendMessage and InlineKeyboardButton). */
export const maxTextUnits = 4096;
export const maxCopyText = 256;

/** The address the Mini App is served at; null when there is none (polling without PUBLIC_URL), then nothing opens it. */
export type AppUrl = string | null;

export type Payload = {
  text: string;
  entities: MessageEntity[];
  reply_markup: InlineKeyboardMarkup;
  link_preview_options: { is_disabled: true };
};

/** The card as the parameters of sendMessage and editMessageText; text over the limit is cut, never refused. */
export function toPayload(card: Card): Payload {
  const text = card.text.slice(0, Math.min(card.text.text.length, maxTextUnits));
  return {
    text: text.text,
    entities: text.entities,
    reply_markup: { inline_keyboard: card.keyboard.inline_keyboard },
    link_preview_options: { is_disabled: true },
  };
}

/** Adds a button that opens the Mini App at `path`, where there is a Mini App to open. */
export function addOpenButton(
  keyboard: InlineKeyboard,
  appUrl: AppUrl,
  path: string,
  label: MessageKey = 'button.open',
): InlineKeyboard {
  return appUrl ? keyboard.webApp(sayPlain(label), `${appUrl}${path}`) : keyboard;
}

/** A card without buttons. */
export const plainCard = (text: FormattedString): Card => ({ text, keyboard: new InlineKeyboard() });
