import type { CapturedPerson } from '../db/stored-json.ts';
import { foldName } from './fold.ts';
import { isPlace } from './reading/is-place.ts';
import { isOneOf } from './reading/names.ts';
import { firstNames, sentenceWords } from './reading/words.ts';

const contact = /@\w|\+?\d[\d ()./-]{5,}\d/;
/** "My number is", "call me". */
const own =
  /(?<!\p{L})(?:my|meine?|mi|meu|minha|мой|моя|мо[её])\s(?:\p{L}+\s)?(?:number|phone|cell|mobile|e-?mail|address|\p{L}*nummer|handy|adresse|número|teléfono|móvil|correo|telefone|celular|номер|телефон|почта)|(?<!\p{L})(?:call|text|reach|write|e-?mail|message|contact|ping|ring|llámame|escríbeme|пишите|звоните|ruf|rufen)(?:\s(?:to|at|sie))?\s(?:me|mich|мне)(?!\p{L})/iu;
const othersPronoun =
  /(?<!\p{L})(?:his|her|hers|him|their|them|he|she|ihn|seine?r?|ihre?r?|его|её|ее|ему|ей|él|ella|dele|dela)(?!\p{L})/iu;
const labels =
  /^(?:\p{L}*nummer|phone|tel|telefon|handy|mobile?|mail|e-?mail|number|adresse|whatsapp|telegram|büro|office|cell)$/iu;

/**
 * Whether the ways to reach somebody in a message are its writer's: they are signed or called one's own, or nobody else
 * is named beside them. In doubt they are not.
 * @param read what the rules found in the text
 * @param name the writer's
 */
export function areOwnContacts(text: string, read: CapturedPerson, name: string): boolean {
  if (own.test(text)) return true;
  if (read.name && !sameName(read.name, name)) return false;
  const known = foldName(`${name} ${read.company} ${read.role}`).split(' ');
  const isOther = (word: string) => !known.includes(foldName(word).split(' ')[0] ?? '');
  const local = read.email.toLowerCase().split(/[@._-]/)[0] ?? '';
  if (firstNames.has(local) && isOther(local)) return false;
  return !text.split(/\n|[.!?]\s/).some((line) => {
    const at = line.search(contact);
    return at >= 0 && (othersPronoun.test(line) || namesWithin(line).some(isOther));
  });
}

/** "Anna" is "Anna Keller". */
export function sameName(one: string, other: string): boolean {
  const [a, b] = [foldName(one), foldName(other)];
  return a !== '' && (` ${b} `.includes(` ${a} `) || ` ${a} `.includes(` ${b} `));
}

/** Words with a capital behind the first one, which only begins the sentence. */
function namesWithin(line: string): string[] {
  const words = [...line.trim().matchAll(/(?<![\p{L}\p{N}@._/+-])\p{Lu}\p{Ll}+(?!\p{L})/gu)];
  return words
    .filter(({ index }) => index > 0)
    .map(([word]) => word)
    .filter((word) => !isOneOf(sentenceWords, word) && !labels.test(word))
    .filter((word) => isOneOf(firstNames, word) || !isPlace(word));
}
