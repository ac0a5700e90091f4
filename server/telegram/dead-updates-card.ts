import { InlineKeyboard } from 'grammy';
import { cut } from '../cut.ts';
import { momentWords } from '../time/when.ts';
import { deadButton } from './callback-data.ts';
import { type Card, plainCard } from './card.ts';
import type { DeadUpdate } from './dead-updates.ts';
import { join, say, sayPlain } from './say.ts';

const maxError = 160;

/**
 * What the bot could not handle, for an administrator in `timeZone`: the `updates` with two buttons each, out of `count`
 * in all. It tells what kind of update each was and why it failed, never what the person wrote.
 */
export function deadUpdatesCard(
  { updates, count }: { updates: DeadUpdate[]; count: number },
  now: Date,
  timeZone: string,
): Card {
  if (updates.length === 0) return plainCard(say('dead.empty'));
  const keyboard = new InlineKeyboard();
  const lines = updates.map((update, index) => {
    const { kind, attempts, at } = update;
    const place = String(index + 1);
    keyboard.text(sayPlain('button.deadRetry', { place }), deadButton('dead-retry', update));
    keyboard.text(sayPlain('button.deadForget', { place }), deadButton('dead-forget', update)).row();
    const error = cut(update.error, maxError);
    return say('dead.line', { place, kind, attempts, error, at: momentWords(at, now, timeZone) });
  });
  const more = count > updates.length ? say('plan.more', { count: count - updates.length }) : null;
  return { text: join([say('dead.heading', { count }), ...lines, more], '\n\n'), keyboard };
}
