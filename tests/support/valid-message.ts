import type { MessageEntity } from 'grammy/types';
import { expect } from 'vitest';
import { type Card, maxCopyText, maxTextUnits, toPayload } from '../../server/telegram/card.ts';

/** Half of a character that needs two UTF-16 units. */
export const loneHalf = /\p{Surrogate}/u;

/** Telegram's rules for entities: within the text, of some length, no half characters, no blanks at the end. */
export function expectValidEntities({ text, entities }: { text: string; entities: MessageEntity[] }): void {
  for (const { type, offset, length } of entities) {
    const covered = text.slice(offset, offset + length);
    expect(offset, type).toBeGreaterThanOrEqual(0);
    expect(covered, type).toHaveLength(length);
    expect(length, type).toBeGreaterThan(0);
    expect(covered, type).toBe(covered.trimEnd());
    // Lone halves come from cutting a pair, unless the text itself is broken.
    if (!loneHalf.test(text)) expect(covered, type).not.toMatch(loneHalf);
  }
}

/** Telegram's limits for a message and its buttons; the card fits by itself, nothing is cut off at the last moment. */
export function expectWithinLimits(card: Card): void {
  expect(card.text.text.length).toBeLessThanOrEqual(maxTextUnits);
  const { text, entities, reply_markup } = toPayload(card);
  expect(text).toBe(card.text.text);
  expect(text.trim()).not.toBe('');
  expect(text).not.toMatch(loneHalf);
  expect(entities.length).toBeLessThanOrEqual(100);
  expectValidEntities({ text, entities });
  for (const button of reply_markup.inline_keyboard.flat()) {
    expect(button.text.trim()).not.toBe('');
    if ('callback_data' in button) {
      expect(Buffer.byteLength(button.callback_data ?? '')).toBeLessThanOrEqual(64);
    }
    if ('copy_text' in button) {
      expect(button.copy_text.text.length).toBeGreaterThan(0);
      expect(button.copy_text.text.length).toBeLessThanOrEqual(maxCopyText);
    }
    if ('web_app' in button) expect(URL.canParse(button.web_app.url)).toBe(true);
  }
}
