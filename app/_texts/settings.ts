/** What is said after a change in Settings. */
export const settingsAnswers = {
  saved: (moved: number) => {
    if (moved === 0) return 'Saved. No reminder had to move.';
    return moved === 1 ? 'Saved. One reminder moved.' : `Saved. ${moved} reminders moved.`;
  },
  zoneConfirmed: 'Thank you.',
  zoneKept: (zone: string) => `All right, your reminders stay on ${zone} time.`,
  testOnItsWay: 'On its way. Look in the chat with the bot.',
  /** A test that Telegram is sure to refuse is not even asked for. */
  testRefused:
    'Telegram does not let me write to you, so a test would not arrive. Open the chat with the bot and press Start.',
};
