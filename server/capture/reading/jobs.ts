import { isOneOf, plainWord, wordsOf } from './names.ts';
import {
  atWords,
  chineseRole,
  freeMail,
  legalForms,
  ofWords,
  roleWords,
  sentenceWords,
  topRoles,
} from './words.ts';

export type Job = { role: string; company: string };

const maxRoleWords = 8;

const isRoleWord = (word: string) => isOneOf(roleWords, word) || chineseRole.test(word);

/** "Head of Sales", "Einkauf": short, with a word for a role and none of a sentence but the small ones. */
export function isRole(text: string): boolean {
  const words = wordsOf(text);
  return words.length <= maxRoleWords && words.some(isRoleWord) && !isSentence(words);
}

/** "Volta Energy GmbH", "Firma Huber". */
export function isFirm(text: string): boolean {
  const words = wordsOf(text);
  const isNamed = words.some((word) => isOneOf(legalForms, word)) || callsFirm.test(text);
  return words.length > 1 && words.length <= maxRoleWords && isNamed;
}

const callsFirm = /^(?:firma|fa\.|компания|фирма|empresa)\s+["«„“]?\p{Lu}/iu;
/** "Firma Huber" is called Huber. */
export const firmName = (text: string): string =>
  callsFirm.test(text) ? wordsOf(text).slice(1).join(' ') : text;

/** "GmbH" alone: the end of a company that a comma cut off. */
export const isLegalForm = (text: string): boolean => isOneOf(legalForms, text.trim());

/** "at the company Acme": only its name is the company. */
const aCompany =
  /^(?:(?:the|der|la|a|uma|una)\s+)?(?:company|firma|компании|компанию|фирме|empresa|compañía)\s+(?=\S)/iu;

const joining = [
  'and',
  'for',
  'the',
  'der',
  'die',
  'und',
  'y',
  'e',
  'para',
  'с',
  'по',
  'для',
  'и',
  'el',
  'a',
];
const isSentence = (words: string[]) =>
  words.some((word) => isOneOf(sentenceWords, word) && !joining.includes(plainWord(word)));

/** Whether the words could name something: they begin with a capital or a digit, in any script that has capitals. */
export const beginsLikeName = (text: string): boolean => /^[^\p{Ll}\p{P}\p{S}]/u.test(text);

/**
 * "CTO at Acme" → role and company; null when the words say something else ("met at the fair").
 * @param isSecond it follows the name, where also a role we do not know is one ("مدير at شركة").
 */
export function splitJob(text: string, isSecond: boolean): Job | null {
  const words = wordsOf(text.replace(/(^|\s)@(?=\p{L})/gu, '$1@ '));
  const at = words.findIndex((word, place) => place > 0 && atWords.has(word.toLowerCase()));
  const of = words.findIndex((word, place) => place > 0 && ofWords.has(word.toLowerCase()));
  const cut = at > 0 ? at : of;
  if (cut <= 0) return null;
  const before = words.slice(0, cut);
  const after = words.slice(cut + 1);
  const knowsRole = isRole(before.join(' '));
  const isTop = before.some((word) => isOneOf(topRoles, word));
  if (cut !== at && !isTop) return null;
  // "head of sales at acme": who writes everything small writes the company small, too.
  const company = after.join(' ').replace(aCompany, '');
  const named = beginsLikeName(company) || (knowsRole && !isSentence(after));
  if (!company || !named || after.length > maxRoleWords) return null;
  if (!knowsRole && (!isSecond || before.length > 4 || isSentence(before))) return null;
  return { role: before.join(' '), company: company.replace(/[.)]+$/, keepForm) };
}

/** The full stop of "Inc." stays. */
const keepForm = (end: string, at: number, whole: string) => {
  const last = wordsOf(whole).at(-1) ?? '';
  return end.startsWith('.') && legalForms.has(last.toLowerCase().replace(/\)+$/, '')) && at > 0 ? '.' : '';
};

const secondLevel = ['co', 'com', 'org', 'net', 'ac', 'gov', 'edu'];

/** The company an address belongs to: "anna@acme-energy.co.uk" → "Acme Energy"; '' for free mail. */
export function companyOfEmail(email: string): string {
  const labels = email.toLowerCase().split('@').at(-1)?.split('.') ?? [];
  labels.pop();
  if (labels.length > 1 && secondLevel.includes(labels.at(-1) ?? '')) labels.pop();
  const stem = labels.at(-1) ?? '';
  if (stem.length < 2 || freeMail.has(stem)) return '';
  return stem
    .split('-')
    .filter(Boolean)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}

/** Whether a line names the company of that address: "ACME Energy GmbH" and anna@acme-energy.example. */
export function isCompanyOf(text: string, email: string): boolean {
  const bare = (one: string) => one.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const stem = bare(companyOfEmail(email));
  return stem.length > 2 && bare(text).startsWith(stem) && wordsOf(text).length <= 5;
}
