const stopWords: Record<string, string> = {
  en: 'the and at is are was of for to with we you wants would like met from next call about have has will not please',
  de: 'der die das und bei ist sind war mit für wir ich sie nicht ein eine einen auf im am nächste möchte will wegen aus grüße',
  es: 'el la los las en es son con para por una un nosotros quiere más del está como que pero hola gracias reunión saludos',
  pt: 'os as em na no são com para por uma um nós quer mais do da está como que mas olá obrigado reunião não você',
};

/** Letters that only one of them has. */
const letters: Record<string, RegExp> = { de: /[äöüß]/i, es: /[ñ¿¡]/i, pt: /[ãõç]/i, en: /(?!)/ };

const known = Object.entries(stopWords).map(([language, words]) => ({
  language,
  words: new Set(words.split(' ')),
}));

const addresses = /(?<!\S)\S*@\S+|https?:\/\/\S+|www\.\S+/gi;

/** "O'Connor" is one word; a letter alone may be anybody's, and the words of an address are nobody's. */
const wordsIn = (text: string): string[] =>
  text
    .replace(addresses, ' ')
    .toLowerCase()
    .match(/\p{L}+(?:['’]\p{L}+)*/gu)
    ?.filter((word) => word.length > 1) ?? [];

/** The language a text is written in (ISO 639-1, one of en, de, ru, es, pt); '' when it cannot be told. */
export function languageOf(text: string): string {
  const cyrillic = text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  // Ukrainian, Belarusian and Serbian letters: another language than the five.
  if (cyrillic > latin) return /[іїєґўђћџљњј]/i.test(text) ? '' : 'ru';
  const used = wordsIn(text);
  const scores = known
    .map(({ language, words }) => ({
      language,
      score: used.filter((word) => words.has(word)).length + (letters[language]?.test(text) ? 1 : 0),
    }))
    .toSorted((a, b) => b.score - a.score);
  const [best, next] = scores;
  return best && best.score >= 2 && best.score > (next?.score ?? 0) ? best.language : '';
}
