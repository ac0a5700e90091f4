/** The languages people write dates in here; their calendar words come with the runtime (CLDR, through Intl). */
const languages = ['en', 'de', 'es', 'pt', 'ru'];

type Words = ReadonlyMap<string, number>;

/** Names of months, 1 to 12, whole, short, and their first three letters. */
export const months: Words = collect(12, (language, index) => {
  const date = new Date(Date.UTC(2026, index, 5));
  // With a day, since Russian declines the name then.
  const names = (['long', 'short'] as const).flatMap((month) => [
    part(language, { month, day: 'numeric' }, 'month', date),
    part(language, { month }, 'month', date),
  ]);
  return [...names, ...names.map((name) => name.slice(0, 3))];
});

/** Names of weekdays, 1 is Monday. */
export const weekdays: Words = collect(7, (language, index) => {
  const date = new Date(Date.UTC(2026, 0, 5 + index));
  return (['long', 'short'] as const).flatMap((weekday) => part(language, { weekday }, 'weekday', date));
});

/** "today", 1, to "the day after tomorrow", 3. */
export const nearDays: Words = collect(3, (language, index) => [
  new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(index, 'day'),
]);

/** Words as people type them: small letters, no dots. */
export function plainWord(word: string): string {
  return word.toLowerCase().replaceAll('.', '');
}

function part(language: string, options: Intl.DateTimeFormatOptions, type: string, date: Date): string {
  const parts = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).formatToParts(date);
  return parts.find((one) => one.type === type)?.value ?? '';
}

/** Where a word means two things in two languages, the first language counts. */
function collect(count: number, names: (language: string, index: number) => string[]): Words {
  const words = new Map<string, number>();
  for (const language of languages)
    for (let index = 0; index < count; index++)
      for (const name of names(language, index).map(plainWord))
        if (name && !words.has(name)) words.set(name, index + 1);
  return words;
}
