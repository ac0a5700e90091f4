import { isCompanyOf, isFirm, isRole } from './jobs.ts';
import { isName, isOneOf, leadingName, wordsOf } from './names.ts';
import type { Part } from './parts.ts';
import { actWords, sentenceWords, smallTalk } from './words.ts';

/** Further down no card has its name. */
const topLines = 6;
const maxLength = 120;

/** Whose card it is: takes the name out of its part; '' when none is found. */
export function takeName(parts: Part[], email: string): string {
  const [first] = parts.filter(({ used }) => !used);
  if (!first) return '';
  const whole = findWhole(parts, email);
  if (whole) {
    whole.used = true;
    const full = fullerThan(whole, parts);
    if (full) full.used = true;
    return (full ?? whole).text;
  }
  return takeLeading(parts, first) || nameAfterAct(first.text) || takeAsWritten(first);
}

const introduces = /^(?:(?:fwd?|re|aw|wg)\s*:\s*)+(?:e-?mail )?intro(?:duction)?:?$/i;

/**
 * A part that is a name and nothing else: the first of the text, of a later line that the address speaks for, or behind
 * a firm or "Fwd: intro".
 */
function findWhole(parts: Part[], email: string): Part | undefined {
  const starts = parts.filter((part, place) => {
    const before = parts[place - 1];
    const isFirst = before?.line !== part.line || isFirm(before.text) || introduces.test(before.text);
    return !part.used && part.line < topLines && isFirst && !introduces.test(part.text);
  });
  const names = starts.filter(
    ({ text }) => isName(text) && !isFirm(text) && !isRole(text) && !isCompanyOf(text, email),
  );
  const local = email.toLowerCase().split('@')[0] ?? '';
  const spoken = names.find(({ text }) =>
    wordsOf(text.toLowerCase()).some((word) => word.length > 2 && local.includes(word)),
  );
  const [first] = starts;
  if (spoken) return spoken;
  // Behind a first line that is something else, only a full name is one.
  return names.find((part) => part === first || wordsOf(part.text).length > 1);
}

/** "Sarah", and below the signature "Sarah Connor". */
const fullerThan = ({ text }: Part, parts: Part[]): Part | undefined =>
  wordsOf(text).length === 1
    ? parts.find((part) => !part.used && part.text.startsWith(`${text} `) && isName(part.text))
    : undefined;

/** "Anna Petrova CTO at Acme": the rest becomes a part of its own. */
function takeLeading(parts: Part[], first: Part): string {
  const found = leadingName(first.text);
  if (!found || isFirm(first.text)) return '';
  const rest = { ...first, text: found.rest.replace(/^[-–—:,(]\s*/, ''), before: ' ' };
  first.used = true;
  if (rest.text) parts.splice(parts.indexOf(first) + 1, 0, rest);
  return found.name;
}

/** "Met Anna Petrova at the fair": the sentence stays whole, in the note. */
function nameAfterAct(text: string): string {
  const words = wordsOf(text);
  const begin = words.findIndex((word) => !isOneOf(actWords, word));
  return begin > 0 ? (leadingName(words.slice(begin).join(' '))?.name ?? '') : '';
}

/** An address, or pictures and numbers alone. */
const noName =
  /\/|www\.|^\S+\.(?:com|net|org|io|co|de|ru|es|br|pt|example)$|^[^\p{L}]*[\p{N}\p{So}][^\p{L}]*$/iu;

/** "anna petrova", "👩‍💻 Anna": short, and no sentence. */
function takeAsWritten(first: Part): string {
  const words = wordsOf(first.text);
  const isSentence = words.some((word) => isOneOf(sentenceWords, word)) || isOneOf(smallTalk, words[0] ?? '');
  if (words.length > 4 || isSentence || first.text.length > maxLength || isRole(first.text)) return '';
  if (noName.test(first.text)) return '';
  first.used = true;
  return first.text;
}
