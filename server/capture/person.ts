import type { CapturedPerson } from '../db/stored-json.ts';

/** Somebody of whom nothing is known yet but what `known` says; nothing is decided about them. */
export function emptyPerson(known: Partial<CapturedPerson> = {}): CapturedPerson {
  return {
    ...{ name: '', company: '', role: '', telegram: '', email: '', phone: '', source: '', note: '' },
    ...{ language: '', line: null, state: 'open', leadId: null, isNew: false },
    ...known,
  };
}

/** Pieces of a note one under the other, empty ones left out. */
export const noteOf = (...pieces: string[]): string =>
  pieces
    .map((piece) => piece.trim())
    .filter(Boolean)
    .join('\n');
