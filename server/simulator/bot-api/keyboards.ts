import type { InlineKeyboardButton } from 'grammy/types';
import { z } from 'zod';
import type { ReplyKey } from '../state.ts';
import { checkedLink } from '../text/links.ts';
import { badRequest } from './errors.ts';
import type { Params } from './params.ts';

/** What a message's reply_markup asks for, after Telegram's checks. */
export type Markup = {
  inline?: InlineKeyboardButton[][];
  forceReply?: { placeholder?: string };
  /** Rows of a reply keyboard, or null to take it away. */
  replyKeyboard?: ReplyKey[][] | null;
};

const MAX_CALLBACK_BYTES = 64;
const MAX_COPY_CHARACTERS = 256;
const MAX_USERS = 10;
/** Telegram names no figure; people report refusals above 100 buttons. */
const MAX_BUTTONS = 100;

const inlineButton = z.looseObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  web_app: z.object({ url: z.string() }).optional(),
  copy_text: z.object({ text: z.string() }).optional(),
});
const requestUsers = z.object({
  request_id: z
    .int()
    .min(-(2 ** 31))
    .max(2 ** 31 - 1),
  user_is_bot: z.boolean().optional(),
  user_is_premium: z.boolean().optional(),
  max_quantity: z.int().default(1),
  request_name: z.boolean().optional(),
  request_username: z.boolean().optional(),
  request_photo: z.boolean().optional(),
});
const keyButton = z.union([
  z.string().transform((text): ReplyKey => ({ text })),
  z.object({
    text: z.string(),
    request_location: z.boolean().optional(),
    request_users: requestUsers.optional(),
  }),
]);
const markupSchema = z.object({
  inline_keyboard: z.array(z.array(inlineButton)).optional(),
  keyboard: z.array(z.array(keyButton)).optional(),
  remove_keyboard: z.boolean().optional(),
  force_reply: z.boolean().optional(),
  input_field_placeholder: z.string().max(64).optional(),
});
type InlineButton = z.infer<typeof inlineButton>;

/** Reads and checks `reply_markup`; throws a BotApiError for buttons Telegram would refuse. */
export function readMarkup(params: Params): Markup {
  const markup = params.json('reply_markup', markupSchema, 'Object expected as reply markup');
  if (!markup) return {};
  const result: Markup = {};
  if (markup.inline_keyboard) result.inline = checkInline(markup.inline_keyboard);
  if (markup.force_reply) result.forceReply = { placeholder: markup.input_field_placeholder };
  if (markup.keyboard) result.replyKeyboard = markup.keyboard.map((row) => row.map(checkKey));
  if (markup.remove_keyboard) result.replyKeyboard = null;
  return result;
}

/** Telegram takes less than one person for one (tdlib, RequestedDialogType.cpp); its name for more than ten is a guess. */
function checkKey({ request_users: asked, ...key }: ReplyKey): ReplyKey {
  if (key.text.trim() === '') throw badRequest('Keyboard button text must be non-empty');
  if (!asked) return key;
  const max_quantity = Math.max(1, asked.max_quantity ?? 1);
  if (max_quantity > MAX_USERS) throw badRequest('BUTTON_QUANTITY_INVALID');
  return { ...key, request_users: { ...asked, max_quantity } };
}

function checkInline(rows: InlineButton[][]): InlineKeyboardButton[][] {
  if (rows.flat().length > MAX_BUTTONS) throw badRequest('Reply markup is too long');
  return rows.filter((row) => row.length > 0).map((row) => row.map(checkButton));
}

function checkButton(button: InlineButton): InlineKeyboardButton {
  const { text } = button;
  if (text.trim() === '') throw badRequest('Inline keyboard button text must be non-empty');
  // Colours, icons and the like belong to the button's look and are kept as they came.
  const { callback_data, url, web_app, copy_text, ...look } = button;
  if (callback_data !== undefined) {
    if (callback_data === '' || Buffer.byteLength(callback_data) > MAX_CALLBACK_BYTES) {
      throw badRequest('BUTTON_DATA_INVALID');
    }
    return { ...look, text, callback_data };
  }
  if (url !== undefined) {
    const checked = checkedLink(url);
    if (!checked) throw badRequest(`Inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    return { ...look, text, url: checked };
  }
  if (web_app)
    return { ...look, text, web_app: { url: checkWebAppUrl(web_app.url, 'Inline keyboard button') } };
  if (copy_text) {
    if (copy_text.text === '' || copy_text.text.length > MAX_COPY_CHARACTERS) {
      throw badRequest('BUTTON_COPY_TEXT_INVALID');
    }
    return { ...look, text, copy_text };
  }
  throw badRequest("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
}

/**
 * The address of a Mini App. Telegram takes https only; the simulator also takes http on this machine, as Telegram's
 * test environment does. `what` begins the refusal: "Inline keyboard button" or "Menu button".
 */
export function checkWebAppUrl(link: string, what: string): string {
  const url = URL.canParse(link) ? new URL(link) : null;
  const isLocal = url?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (!url || (url.protocol !== 'https:' && !isLocal)) {
    throw badRequest(`${what} Web App URL '${link}' is invalid: Only HTTPS links are allowed`);
  }
  return url.href;
}
