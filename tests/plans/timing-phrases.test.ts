import { describe, expect, it } from 'vitest';
import { dueFromTiming } from '../../server/plans/timing.ts';
import { base, type Language, phrases } from './timing-phrases.ts';

const languages: Language[] = ['en', 'ru', 'de', 'es', 'pt'];

/** "2026-02-06", with the time of day where it is not that of the base. */
const due = (text: string, language: Language) =>
  dueFromTiming(text, base, { language })?.toISOString().slice(0, 16).replace('T09:00', '') ?? null;

describe.each(languages)('the timings of a plan, in %s, from Tuesday, 3 February 2026', (language) => {
  const rows = phrases.filter((phrase) => phrase.language === language);
  it.each(rows)('$text: $due', ({ text, due: expected }) => expect(due(text, language)).toBe(expected));
});
