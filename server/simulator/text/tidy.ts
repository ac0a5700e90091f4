import type { MessageEntity } from 'grammy/types';
import { badRequest } from '../bot-api/errors.ts';
import { isContinuous, isSplittable, overlaps, withDetected } from './detect.ts';
import { byteOffset, type Formatted, sortEntities } from './formatted.ts';

/**
 * A text as Telegram keeps it: entities checked and untangled, the ends trimmed, commands, links and mentions found.
 * Rules and error words follow tdlib's fix_formatted_text. Throws a BotApiError for entities that do not fit.
 */
export function tidyText({ text, entities }: Formatted): Formatted {
  checkRanges(text, entities);
  const trimmed = trim(text, untangle(sortEntities(entities.filter((entity) => entity.length > 0))));
  const kept = trimmed.entities.filter((entity) => hasContent(trimmed.text, entity));
  return { text: trimmed.text, entities: sortEntities(withDetected(trimmed.text, kept)) };
}

function checkRanges(text: string, entities: readonly MessageEntity[]): void {
  for (const { offset, length } of entities) {
    const end = offset + length;
    if (offset < 0 || offset > 1_000_000)
      throw badRequest(`Receive an entity with incorrect offset ${offset}`);
    if (length < 0 || length > 1_000_000)
      throw badRequest(`Receive an entity with incorrect length ${length}`);
    if (length === 0) continue;
    if (offset >= text.length) {
      throw badRequest(`Entity begins after the end of the text at UTF-16 offset ${offset}`);
    }
    if (end > text.length) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends after the end of the text at UTF-16 offset ${end}`,
      );
    }
    if (cutsSymbol(text, offset)) {
      throw badRequest(
        `Entity begins in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, offset - 1)}`,
      );
    }
    if (cutsSymbol(text, end)) {
      throw badRequest(
        `Entity beginning at UTF-16 offset ${offset} ends in a middle of a UTF-16 symbol at byte offset ${byteOffset(text, end - 1)}`,
      );
    }
  }
}

/** Whether `index` lies between the two halves of a surrogate pair. */
function cutsSymbol(text: string, index: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(index - 1, index + 1));
}

/**
 * No formatting inside code, no link in a link, no quote in a quote (the first wins); what crosses another's border is
 * cut in two there.
 */
function untangle(sorted: MessageEntity[]): MessageEntity[] {
  const codes = disjoint(sorted.filter(isCode));
  const quotes = disjoint(sorted.filter(({ type }) => type.endsWith('blockquote')));
  const links = disjoint(sorted.filter((entity) => isContinuous(entity) && !isCode(entity)));
  const kept = [...codes, ...quotes, ...links.filter((link) => !codes.some((code) => overlaps(code, link)))];
  for (const entity of sorted.filter(({ type }) => isSplittable(type))) {
    const taken = [...codes, ...kept.filter(({ type }) => type === entity.type)];
    for (const piece of outside(entity, taken)) kept.push(...cutAtBorders(piece, kept));
  }
  return kept;
}

function isCode({ type }: MessageEntity): boolean {
  return type === 'code' || type === 'pre';
}

function disjoint(entities: readonly MessageEntity[]): MessageEntity[] {
  const result: MessageEntity[] = [];
  for (const entity of entities) if (!result.some((kept) => overlaps(kept, entity))) result.push(entity);
  return result;
}

/** The pieces of `entity` that no range of `taken` covers. */
function outside(entity: MessageEntity, taken: readonly MessageEntity[]): MessageEntity[] {
  const hit = taken.find((other) => overlaps(other, entity));
  if (!hit) return [entity];
  const pieces = splitAt(splitAt([entity], hit.offset), hit.offset + hit.length);
  return pieces.filter((piece) => !overlaps(piece, hit)).flatMap((piece) => outside(piece, taken));
}

/** Cuts `entity` at every border it crosses, so that entities nest or stand apart. */
function cutAtBorders(entity: MessageEntity, others: readonly MessageEntity[]): MessageEntity[] {
  let pieces = [entity];
  for (const other of others) {
    const start = other.offset;
    const end = start + other.length;
    pieces = pieces.flatMap((piece) => {
      const pieceEnd = piece.offset + piece.length;
      if (piece.offset < start && start < pieceEnd && pieceEnd < end) return splitAt([piece], start);
      if (start < piece.offset && piece.offset < end && end < pieceEnd) return splitAt([piece], end);
      return [piece];
    });
  }
  return pieces;
}

function splitAt(entities: readonly MessageEntity[], border: number): MessageEntity[] {
  return entities.flatMap((entity) => {
    const end = entity.offset + entity.length;
    if (border <= entity.offset || border >= end) return [entity];
    return [
      { ...entity, length: border - entity.offset },
      { ...entity, offset: border, length: end - border },
    ];
  });
}

function trim(text: string, entities: readonly MessageEntity[]): Formatted {
  const clean = text.replaceAll('\0', ' ');
  const start = clean.length - clean.trimStart().length;
  const end = Math.max(clean.trimEnd().length, start);
  const moved = entities.map((entity) => {
    const from = Math.max(entity.offset, start);
    return { ...entity, offset: from - start, length: Math.min(entity.offset + entity.length, end) - from };
  });
  return { text: clean.slice(start, end), entities: moved.filter((entity) => entity.length > 0) };
}

/** White space alone carries no formatting, unless a link or a person hides behind it. */
function hasContent(text: string, entity: MessageEntity): boolean {
  if (entity.type === 'text_link' || entity.type === 'text_mention') return true;
  return text.slice(entity.offset, entity.offset + entity.length).trim() !== '';
}
