import type { Piece } from '../pieces.ts';

/** A list of phrases and the piece that each of them is. */
export type Meaning = [phrases: string | undefined, piece: Piece];

/** The phrases of a list in a word table. */
export const listed = (phrases = '') => phrases.split(', ').filter(Boolean);
