import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../bot-api/errors.ts';

/** A text and its formatting; offsets and lengths count UTF-16 code units, as JavaScript strings do. */
export type Formatted = { text: string; entities: MessageEntity[] };

/** The refusal of a text whose markup cannot be read. */
export function cannotParse(message: string): Error {
  return badRequest(`Can't parse entities: ${message}`);
}

/** Telegram counts positions in its error words in bytes of UTF-8. */
export function byteOffset(text: string, index: number): number {
  return Buffer.byteLength(text.slice(0, index));
}

/** Outer entities before inner ones: by offset, then the longer first. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return entities.sort((a, b) => a.offset - b.offset || b.length - a.length);
}
