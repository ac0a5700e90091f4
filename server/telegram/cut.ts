const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text within `max` UTF-16 units, Telegram's own measure, cut between characters as people see them (never inside
 * an emoji) and ended with "…".
 */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  // One character can be long, but not this long: segmenting only what may fit keeps a huge text cheap.
  for (const { segment, index } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}
