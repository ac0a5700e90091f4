import { isCompanyOf } from './jobs.ts';
import { isName, isOneOf, wordsOf } from './names.ts';
import type { Part } from './parts.ts';
import { firstNames } from './words.ts';

const mailHead = /^(?:from|von|от|de)\s*:\s*/i;

/**
 * Turns "Petrova, Anna" round: in the head of a mail ("Lee, Kim (Acme) <kim@…>"), or where nothing else is said and the
 * second is a common first name. Changes the parts; "Anna, Acme" stays.
 */
export function turnNames(parts: Part[], about: { text: string; email: string }): void {
  const place = parts.findIndex(
    ({ text, before }, at) =>
      before === '' && (mailHead.test(text) || at === 0) && /^,\s*$/.test(parts[at + 1]?.before ?? ''),
  );
  const [last, first] = [parts[place], parts[place + 1]];
  if (!last || !first || last.line !== first.line) return;
  const label = last.text.match(mailHead)?.[0] ?? '';
  const family = unquoted(last.text.slice(label.length));
  const given = unquoted(first.text);
  if (!isName(family) || !isName(given) || wordsOf(given).length > 2) return;
  const isHead = label !== '' || /^[^\n]*<[^<>\s@]+@[^<>\s]+>\s*$/.test(about.text.trim());
  const isTurned = isHead ? !speaksAgainst(family, given, about.email) : parts.length === 2;
  const isFirstName = isOneOf(firstNames, given.split(/[\s-]/)[0] ?? '');
  if (!isTurned || (!isHead && (!isFirstName || isOneOf(firstNames, family)))) return;
  last.text = `${label}${given} ${family}`;
  parts.splice(place + 1, 1);
}

const unquoted = (text: string) => text.replace(/^["'„“]+|["'”“]+$/g, '');

/** The second is the company of the address, or only the first stands in it: "Anna, Acme <anna@…>". */
function speaksAgainst(one: string, two: string, email: string): boolean {
  const local = email.toLowerCase().split('@')[0] ?? '';
  const stands = (name: string) => local.includes(name.toLowerCase().split(' ')[0] ?? '');
  return isCompanyOf(two, email) || (stands(one) && !stands(two) && !isOneOf(firstNames, two));
}
