import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import type { Messages } from './messages.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';

export const languages = { en, de, ru, es, pt } satisfies Record<string, Messages>;
export type Language = keyof typeof languages;

const isLanguage = (tag: string): tag is Language => Object.hasOwn(languages, tag);

/** Words of everyday notes by which a text in a Latin alphabet tells its language. */
const signs: [Language, RegExp][] = [
  ['ru', /[а-яё]/i],
  ['de', /[äöüß]|\b(und|der|die|das|ist|nicht|mit|für|auf|wir|will|hat|nach)\b/gi],
  ['pt', /[ãõç]|\b(não|uma?|para|com|você|nós|em|pela?|quer|sobre a)\b/gi],
  ['es', /[ñ¿¡]|\b(el|los|una?|para|con|quiere|por|está|sobre|del)\b/gi],
];

/** The language of a message: as asked for, else that of the text; English when neither tells. */
export function languageOf(tag: string, text: string): Language {
  const asked = tag.toLowerCase().slice(0, 2);
  if (isLanguage(asked)) return asked;
  const counted = signs.map(([language, sign]) => ({ language, hits: text.match(sign)?.length ?? 0 }));
  const [best] = counted.toSorted((a, b) => b.hits - a.hits);
  return best && (best.language === 'ru' ? best.hits > 0 : best.hits > 1) ? best.language : 'en';
}
