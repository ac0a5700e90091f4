import type { MessageEntity } from 'grammy/types';
import { byteOffset, cannotParse, type Formatted } from './formatted.ts';
import { linkEntity } from './links.ts';

const MARKERS = '_*`[';
const isMarker = (character: string | undefined): boolean =>
  character !== undefined && MARKERS.includes(character);

type Opened = { language: string; bodyAt: number; closer: string };

/**
 * Telegram's first Markdown: no nesting, no escaping inside an entity. Rules and error words from tdlib's
 * MessageEntity.cpp (parse_markdown). Throws a BotApiError when an entity has no end.
 */
export function parseLegacyMarkdown(source: string): Formatted {
  const result: Formatted = { text: '', entities: [] };
  let i = 0;
  while (i < source.length) {
    if (source[i] === '\\' && isMarker(source[i + 1])) {
      result.text += source[i + 1];
      i += 2;
    } else if (isMarker(source[i])) {
      i = readEntity(source, i, result);
    } else {
      result.text += source[i];
      i += 1;
    }
  }
  return result;
}

/** Reads the entity that begins at `start` into `result`; returns where the text goes on. */
function readEntity(source: string, start: number, result: Formatted): number {
  const { language, bodyAt, closer } = openEntity(source, start);
  const end = source.indexOf(closer, bodyAt);
  if (end < 0) {
    throw cannotParse(`Can't find end of the entity starting at byte offset ${byteOffset(source, start)}`);
  }
  const body = source.slice(bodyAt, end);
  const span = { offset: result.text.length, length: body.length };
  result.text += body;
  if (source[start] === '[') return readLink(source, end, body, span, result);
  if (body) result.entities.push(entityOf(source[start] ?? '', closer, language, span));
  return end + closer.length;
}

function openEntity(source: string, start: number): Opened {
  const marker = source[start] ?? '';
  if (!source.startsWith('```', start)) {
    return { language: '', bodyAt: start + 1, closer: marker === '[' ? ']' : marker };
  }
  const language = /^[^\s`]+(?=\s)/.exec(source.slice(start + 3))?.[0] ?? '';
  const afterLanguage = start + 3 + language.length;
  const lineBreak = /^(\r\n|\n\r|\n|\r)/.exec(source.slice(afterLanguage))?.[0] ?? '';
  return { language, bodyAt: afterLanguage + lineBreak.length, closer: '```' };
}

function entityOf(
  marker: string,
  closer: string,
  language: string,
  span: { offset: number; length: number },
): MessageEntity {
  if (closer === '```') return language ? { type: 'pre', ...span, language } : { type: 'pre', ...span };
  return { type: marker === '_' ? 'italic' : marker === '*' ? 'bold' : 'code', ...span };
}

function readLink(
  source: string,
  end: number,
  body: string,
  span: { offset: number; length: number },
  result: Formatted,
): number {
  const hasUrl = source[end + 1] === '(';
  const urlEnd = hasUrl ? source.indexOf(')', end) : end;
  const after = urlEnd < 0 ? source.length : urlEnd;
  const entity = linkEntity(hasUrl ? source.slice(end + 2, after) : body, span);
  if (entity && body) result.entities.push(entity);
  return after + 1;
}
