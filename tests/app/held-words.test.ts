import { describe, expect, it } from 'vitest';
import { heldWords } from '../../app/_components/shell/held-words.ts';

describe('the banner about what is held', () => {
  it.each([
    [0, 'Telegram does not let me write to you, so no reminder can reach you.'],
    [1, 'Telegram does not let me write to you, so 1 reminder waits.'],
    [12, 'Telegram does not let me write to you, so 12 reminders wait.'],
  ])('counts %i', (count, words) => {
    expect(heldWords(count)).toBe(words);
  });
});
