import { Temporal } from 'temporal-polyfill';
import { dueFromTiming } from '../../plans/timing.ts';

/** What news says, as far as the stand-in understands: a no, a time, or only that something came. */
export type News =
  | { kind: 'no' }
  /** `days` from today; `month` when a month was named and no day. */
  | { kind: 'time'; days: number; month: number | null }
  | { kind: 'answer' };

const no =
  /not interested|no longer|went with|decided against|chose (?:another|somebody)|kein interesse|abgesagt|entschieden sich (?:anders|dagegen)|не интерес|отказал|не актуальн|выбрали друг|no (?:les?|le) interesa|no está interesad|não (?:tem|têm) interesse|desistiu/i;

/** Months as they begin in the five languages; in their order. A modal "may" is written small. */
const months: RegExp[] = [
  /\bjanuar|январ|\benero|\bjaneiro/i,
  /\bfebruar|феврал|\bfebrero|\bfevereiro/i,
  /\bmarch\b|\bmärz|(?<!\p{L})март|\bmarzo|\bmarço/iu,
  /\bapril|апрел|\babril/i,
  /\bMay\b|\bMai\b|(?<!\p{L})ма[йяе](?!\p{L})|\bmayo|\bmaio/u,
  /\bjun[ie]\b|июн|\bjunio|\bjunho/i,
  /\bjul[iy]\b|июл|\bjulio|\bjulho/i,
  /\baugust|август|\bagosto/i,
  /\bseptember|сентябр|\bse[p]?tiembre|\bsetembro/i,
  /\bo[ck]tober|октябр|\boctubre|\boutubro/i,
  /\bnovember|ноябр|\bnoviembre|\bnovembro/i,
  /\bde[cz]ember|декабр|\bdiciembre|\bdezembro/i,
];

/** Reads news that came on `today` ("2026-10-12"). */
export function readNews(text: string, today: string, language: string): News {
  if (no.test(text)) return { kind: 'no' };
  const day = Temporal.PlainDate.from(today);
  const month = months.findIndex((name) => name.test(text)) + 1;
  const isDay = month === 0 || /\d/.test(text);
  const timed = isDay ? daysOf(text, today, language) : null;
  if (timed !== null) return { kind: 'time', days: timed, month: null };
  if (month === 0) return { kind: 'answer' };
  const year = day.year + (month <= day.month ? 1 : 0);
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return { kind: 'time', days: day.until(first, { largestUnit: 'day' }).days, month };
}

/** Days until the longest time that is named in it, of up to five words, two at least: "in two weeks", "next Monday". */
function daysOf(text: string, today: string, language: string): number | null {
  const words = text.split(/[\s,.;!?]+/).slice(0, 60);
  const base = new Date(`${today}T12:00:00Z`);
  for (let length = 5; length >= 2; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const due = dueFromTiming(words.slice(start, start + length).join(' '), base, { language });
      const days = due ? Math.round((due.getTime() - base.getTime()) / 86_400_000) : 0;
      if (days > 0 && days <= 365) return days;
    }
  }
  return null;
}
