/** What the banner says about `count` reminders that wait while Telegram refuses our messages. */
export function heldWords(count: number): string {
  const waiting =
    count === 0 ? 'no reminder can reach you' : count === 1 ? '1 reminder waits' : `${count} reminders wait`;
  return `Telegram does not let me write to you, so ${waiting}.`;
}
