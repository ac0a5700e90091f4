const LOCALE = 'en-GB';
const time = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'long' });
const clockDay = new Intl.DateTimeFormat(LOCALE, { weekday: 'short', day: 'numeric', month: 'short' });

/** All in the browser's own time zone. `seconds` are Unix seconds, `now` is the simulator's time. */
export function timeOf(seconds: number): string {
  return time.format(seconds * 1000);
}

/** "Tue 24 Nov, 20:31" */
export function clockLabel(now: Date): string {
  return `${clockDay.format(now).replace(',', '')}, ${time.format(now)}`;
}

/** "Today", "Yesterday" or "24 November", the chip between two days. */
export function dayLabel(seconds: number, now: Date): string {
  const date = new Date(seconds * 1000);
  const days = Math.round((startOfDay(now) - startOfDay(date)) / 86_400_000);
  if (days === 0) return 'Today';
  return days === 1 ? 'Yesterday' : day.format(date);
}

function startOfDay(date: Date): number {
  return new Date(date).setHours(0, 0, 0, 0);
}

/**
 * A date_time entity in words. `format` is Telegram's: r for relative, or w (weekday), d or D (short or long date),
 * t or T (short or long time); empty keeps the written text.
 */
export function dateTimeLabel(seconds: number, format: string, now: Date): string | null {
  if (format === 'r') return relative(seconds * 1000 - now.getTime());
  const options: Intl.DateTimeFormatOptions = {};
  if (format.includes('w')) options.weekday = 'long';
  if (format.includes('d')) Object.assign(options, { day: '2-digit', month: '2-digit', year: '2-digit' });
  if (format.includes('D')) Object.assign(options, { day: 'numeric', month: 'long', year: 'numeric' });
  if (/t/i.test(format)) Object.assign(options, { hour: '2-digit', minute: '2-digit' });
  if (format.includes('T')) options.second = '2-digit';
  return format === '' ? null : new Intl.DateTimeFormat(LOCALE, options).format(seconds * 1000);
}

function relative(ms: number): string {
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  const minutes = Math.round(ms / 60_000);
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 1440) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
}
