/** Words as a tree: each word leads to the phrases that begin with it. */
export type Phrases<T> = { value: T | undefined; next: Map<string, Phrases<T>> | undefined };

/** A tree without a phrase. */
export const noPhrases = <T>(): Phrases<T> => ({ value: undefined, next: undefined });

/** Remembers what a phrase means; a phrase that is known already keeps its meaning. */
export function addPhrase<T>(phrases: Phrases<T>, words: readonly string[], value: T): void {
  let at = phrases;
  for (const word of words) {
    at.next ??= new Map();
    const next = at.next.get(word) ?? noPhrases<T>();
    at.next.set(word, next);
    at = next;
  }
  at.value ??= value;
}

/** The longest phrase that begins with the word at `start`, and how many words it has; undefined when there is none. */
export function phraseAt<T>(phrases: Phrases<T>, words: readonly string[], start: number) {
  let value: T | undefined;
  let length = 0;
  let at: Phrases<T> | undefined = phrases;
  for (let end = start; at.next && end < words.length; end++) {
    at = at.next.get(words[end] ?? '');
    if (!at) break;
    if (at.value === undefined) continue;
    value = at.value;
    length = end - start + 1;
  }
  return value === undefined ? undefined : { value, length };
}
