import { parseTiming, type Timing } from '../../server/plans/timing.ts';

/** What a timing means in a few words, "3 day": short enough to keep a table readable; null when not understood. */
export function wordsOf(text: string, language?: string): string | null {
  const timing = parseTiming(text, language);
  return timing && [dayWords(timing), clockWords(timing)].filter(Boolean).join(' ');
}

function dayWords({ day, shift }: Timing): string {
  if (!day) return 'next';
  const moved = shift === 0 ? '' : ` ${shift > 0 ? '+' : ''}${shift}`;
  if (day.is === 'span') return `${day.span.amount} ${day.span.unit}${moved}`;
  const { is, ...rest } = day;
  return `${is} ${JSON.stringify(rest)}${moved}`;
}

function clockWords({ clock }: Timing): string {
  if (!clock) return '';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(clock.minutes / 60))}:${two(clock.minutes % 60)}`;
}
