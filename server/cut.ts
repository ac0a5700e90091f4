const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The text within `max` UTF-16 units, Telegram's own measure, cut between characters as people see them (never inside
 * an emoji) and ended with "…".
 */
export function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, fitting(text, max - 1)).trimEnd()}…`;
}

/** The whole text in pieces of at most `max` UTF-16 units, parted between characters as people see them. */
export function split(text: string, max: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = fitting(rest, max) || max;
    pieces.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...pieces, rest];
}

/** How many units of the text fit into `max` without cutting a character. */
function fitting(text: string, max: number): number {
  let end = 0;
  // One character can be long, but not this long: segmenting only what may fit keeps a huge text cheap.
  for (const { segment, index } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return end;
}
