import { isLegalForm } from './jobs.ts';

/** A piece of a line, with what parted it from the piece before. What is used became a field; the rest is the note. */
export type Part = { text: string; before: string; line: number; used: boolean };

/** A comma within a number parts nothing, nor does a hyphen or a slash within a word. */
const separator = /(\s*(?:,(?!\d)|(?<!\d),|[;|·•\t，、；])\s*|\s+(?:[-–—]+|\/|<-?>)\s+|\s+\()/;

/** The pieces of a text, line by line; pieces of punctuation alone are left out. */
export function partsOf(text: string): Part[] {
  return text.split('\n').flatMap((line, number) => {
    const pieces = line.trim().split(separator);
    const parts: Part[] = [];
    for (let place = 0; place < pieces.length; place += 2) {
      const piece = pieces[place] ?? '';
      const before = pieces[place - 1] ?? '';
      const last = parts.at(-1);
      if (!/[^\s\p{P}|]/u.test(piece)) continue;
      // "Acme, Inc." is one company.
      if (last && isLegalForm(piece)) last.text += before + piece;
      else parts.push({ text: piece.trim(), before, line: number, used: false });
    }
    return parts;
  });
}

/** What is not used, as it stood: pieces of one line with their separators, lines one under the other. */
export function noteFrom(parts: Part[]): string {
  let note = '';
  let last: Part | undefined;
  for (const [place, part] of parts.entries()) {
    if (part.used) continue;
    // A separator stays where both its sides do.
    const joint = (parts[place - 1] === last && part.before) || ', ';
    if (last) note += last.line === part.line ? joint : '\n';
    note += part.text;
    last = part;
  }
  return note;
}
