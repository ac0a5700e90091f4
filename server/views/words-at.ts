import { momentWords } from '../time/when.ts';

/** Puts each instant into words once: the steps of many people fall due at the same hour. */
export function wordsAt(now: Date): (at: Date, timeZone: string) => string {
  const known = new Map<string, string>();
  return (at, timeZone) => {
    const key = `${at.getTime()} ${timeZone}`;
    const words = known.get(key) ?? momentWords(at, now, timeZone);
    known.set(key, words);
    return words;
  };
}
