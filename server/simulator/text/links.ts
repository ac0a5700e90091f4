import type { MessageEntity } from 'grammy/types';
import { findPerson } from '../people.ts';
import { cannotParse } from './formatted.ts';

type Span = { offset: number; length: number };

const SCHEMES = ['http:', 'https:', 'ftp:', 'tg:', 'ton:', 'tonsite:'];

/** The link as Telegram keeps it ("example.com" becomes "http://example.com/"), or null when it is none. */
export function checkedLink(link: string): string | null {
  const trimmed = link.trim();
  const complete = /^[a-z][a-z\d+.-]*:/i.test(trimmed) ? trimmed : `http://${trimmed}`;
  if (/^[^/?#]*:\d/.test(trimmed)) return checkedLink(`http://${trimmed}`);
  if (!URL.canParse(complete)) return null;
  const url = new URL(complete);
  if (!SCHEMES.includes(url.protocol)) return null;
  const isWeb = url.protocol.startsWith('http');
  if (isWeb && !url.hostname.includes('.') && url.hostname !== 'localhost') return null;
  return url.href;
}

/** The entity of a link in markup: a mention of a person for tg://user?id=, a text_link, or null for a bad link. */
export function linkEntity(link: string, span: Span): MessageEntity | null {
  const userId = /^tg:\/\/user\?id=(\d+)$/i.exec(link)?.[1];
  if (userId) {
    const user = findPerson(Number(userId));
    return user ? { type: 'text_mention', ...span, user } : null;
  }
  const url = checkedLink(link);
  return url ? { type: 'text_link', ...span, url } : null;
}

/** The entity of `![text](tg://emoji?id=1)` or `![text](tg://time?unix=1&format=t)`. */
export function specialEntity(link: string, span: Span): MessageEntity {
  const url = URL.canParse(link) ? new URL(link) : null;
  const id = url?.searchParams.get('id');
  if (url?.href.startsWith('tg://emoji') && id && /^\d+$/.test(id)) {
    return { type: 'custom_emoji', ...span, custom_emoji_id: id };
  }
  if (url?.href.startsWith('tg://time')) {
    return timeEntity(url.searchParams.get('unix') ?? '', url.searchParams.get('format') ?? '', span);
  }
  throw cannotParse('Custom emoji entity must contain a tg://emoji URL');
}

/** A date_time entity from its written parts; refuses what is no Unix time or no format. */
export function timeEntity(unix: string, format: string, span: Span): MessageEntity {
  if (!/^\d{1,12}$/.test(unix) || !isTimeFormat(format)) throw cannotParse('Invalid date-time specified');
  return { type: 'date_time', ...span, unix_time: Number(unix), date_time_format: format };
}

type TimeFormat = Extract<MessageEntity, { type: 'date_time' }>['date_time_format'];

/** Whether a format is one of Telegram's: `r`, or any of w, d or D, t or T in this order. */
export function isTimeFormat(format: string): format is TimeFormat {
  return /^(r|w?[dD]?[tT]?)$/.test(format);
}
