import type { MessageEntity } from 'grammy/types';
import { z } from 'zod';
import { badRequest } from '../bot-api/errors.ts';
import type { Params } from '../bot-api/params.ts';
import { findPerson } from '../people.ts';
import type { Formatted } from './formatted.ts';
import { parseHtml } from './html.ts';
import { checkedLink, isTimeFormat } from './links.ts';
import { parseLegacyMarkdown } from './markdown-legacy.ts';
import { parseMarkdownV2 } from './markdown-v2.ts';
import { tidyText } from './tidy.ts';

const MAX_TEXT = 4096;
const MAX_CAPTION = 1024;
/** Telegram refuses dates about three years ahead (tdlib/telegram-bot-api issue 852). */
const MAX_DATE_AHEAD_SECONDS = 1095 * 86_400;
const SIMPLE = [
  'mention',
  'hashtag',
  'cashtag',
  'bot_command',
  'url',
  'email',
  'phone_number',
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'spoiler',
  'blockquote',
  'expandable_blockquote',
  'code',
] as const;

const span = { offset: z.int(), length: z.int() };
const entitySchema = z.discriminatedUnion('type', [
  z.object({ type: z.enum(SIMPLE), ...span }),
  z.object({ type: z.literal('pre'), ...span, language: z.string().optional() }),
  z.object({ type: z.literal('text_link'), ...span, url: z.string() }),
  z.object({ type: z.literal('text_mention'), ...span, user: z.looseObject({ id: z.int() }) }),
  z.object({ type: z.literal('custom_emoji'), ...span, custom_emoji_id: z.string() }),
  z.object({ type: z.literal('date_time'), ...span, unix_time: z.int(), date_time_format: z.string() }),
]);
type RawEntity = z.infer<typeof entitySchema>;

/** The `text` of a message with its formatting from `parse_mode` or `entities`, as Telegram would keep it. */
export function readText(params: Params, nowSeconds: number): Formatted {
  const source = params.text('text');
  if (source === '') throw badRequest('Message text is empty');
  const result = tidyText(parse(source, params, nowSeconds, 'entities'));
  if (result.text === '') throw badRequest('Text must be non-empty');
  if (result.text.length > MAX_TEXT) throw badRequest('Message is too long');
  return result;
}

/** The `caption` of a file in the same way; it may be missing. */
export function readCaption(params: Params, nowSeconds: number): Formatted {
  const source = params.text('caption');
  const result = tidyText(parse(source, params, nowSeconds, 'caption_entities'));
  if (result.text.length > MAX_CAPTION) throw badRequest('Message caption is too long');
  return result;
}

function parse(source: string, params: Params, nowSeconds: number, entities: string): Formatted {
  switch (params.text('parse_mode').toLowerCase()) {
    case 'markdownv2':
      return parseMarkdownV2(source);
    case 'markdown':
      return parseLegacyMarkdown(source);
    case 'html':
      return parseHtml(source);
    case '': {
      const raw = params.json(entities, z.array(entitySchema), "Can't parse entities JSON object") ?? [];
      return { text: source, entities: raw.flatMap((entity) => toEntity(entity, nowSeconds)) };
    }
    default:
      throw badRequest('Unsupported parse_mode');
  }
}

/** The entity as Telegram keeps it; those it finds in the text itself are not taken from the bot. */
function toEntity(entity: RawEntity, nowSeconds: number): MessageEntity[] {
  switch (entity.type) {
    case 'text_link': {
      const url = checkedLink(entity.url);
      if (!url) throw badRequest(`Entity URL '${entity.url}' is invalid: Wrong HTTP URL`);
      return [{ ...entity, url }];
    }
    case 'text_mention': {
      const user = findPerson(entity.user.id);
      if (!user) throw badRequest('User not found');
      return [{ ...entity, user }];
    }
    case 'date_time': {
      const { date_time_format: format, unix_time: time } = entity;
      if (!isTimeFormat(format) || time - nowSeconds > MAX_DATE_AHEAD_SECONDS) {
        throw badRequest('ENTITY_DATE_INVALID');
      }
      return [{ ...entity, date_time_format: format }];
    }
    default:
      return [entity];
  }
}
