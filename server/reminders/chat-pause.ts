/** "No more than one message per second" to a chat (Telegram's Bot FAQ on limits). */
export const chatPauseMs = 1000;
/**
 * A message may wait up to a minute for its slot (reminders/gate.ts). A pause that ends much later than that was written
 * by a clock that has been put right since.
 */
export const longestPauseMs = 65_000;

/** When the pause of a chat that is quiet until `until` ends; null when there is none. */
export function pauseEnd(until: Date | null, now: Date): Date | null {
  const left = until ? until.getTime() - now.getTime() : 0;
  return left > 0 && left <= longestPauseMs ? until : null;
}
