import iconv from 'iconv-lite';

// German, Spanish, Portuguese, French, Italian, Danish and Norwegian, Swedish and Finnish.
const western = [
  ...['[a-zäöüß]*', '[a-záéíóúüñªº]*', '(?:[a-záâãàçéêíóôúüªº]|õ(?=e))*', '[a-zàâæçéèêëîïôœùûüÿ]*'],
  ...['[a-zàèéìíòóùú]*', '[a-zæøåéü]*', '[a-zåäöéü]*'],
];
// Polish, Czech, Slovak, Hungarian, Croatian and Slovenian, Romanian; and the German names there.
const central = [
  ...['[a-zäöüß]*', '[a-ząćęłńóśźż]*', '[a-záčďéěíňóřšťúůýž]*', '[a-záäčďéíĺľňóôŕšťúýž]*', '[a-záéíóöőúüű]*'],
  ...['[a-zčćđšž]*', '[a-zăâîşţ]*'],
];
const oneOf = (words: string[]) => new RegExp(`^(?:${words.join('|')})$`, 'iu');

/**
 * Encodings of one byte a letter, the usual one first, and the words of the languages written in them by their letters.
 * Statistics (chardet) take "Núñez" and "Lefèvre" for Romanian: a list of names is too short for them.
 */
const encodings = [
  { encoding: 'windows-1252', fits: oneOf(western) },
  { encoding: 'windows-1250', fits: oneOf(central) },
  { encoding: 'iso-8859-2', fits: oneOf(central) },
];

/** They stand beside a word and are no letters of it. */
const beside = /^[\p{P}\p{Z}€]+|[\p{P}\p{Z}€®™]+$/gu;
/** Longer ones are no words. */
const maxWord = 40;
/** So many of them tell. */
const maxWords = 2000;

/**
 * The encoding in which most words are words of one language each; of equals the usual one.
 * @param words their bytes, one a character
 */
export function fittingEncoding(words: string[]): string {
  const bytes = words
    .filter(({ length }) => length > 1 && length <= maxWord)
    .slice(0, maxWords)
    .map((word) => Buffer.from(word, 'latin1'));
  const scored = encodings.map(({ encoding, fits }) => ({
    encoding,
    count: bytes.filter((word) => fits.test(iconv.decode(word, encoding).replace(beside, ''))).length,
  }));
  return scored.toSorted((a, b) => b.count - a.count)[0]?.encoding ?? 'windows-1252';
}
