import { isOneOf } from './names.ts';
import { nameTitles } from './words.ts';

const profile = /linkedin\.com\/in\/([a-z]+(?:-[a-z]+)+)(?=[-/?#\s]|$)/i;

/** "linkedin.com/in/anna-petrova-12345" → "Anna Petrova"; '' where the address does not spell out a full name. */
export function nameInLink(text: string): string {
  const words =
    text
      .match(profile)?.[1]
      ?.split('-')
      .filter((word) => !isOneOf(nameTitles, word)) ?? [];
  if (words.length < 2 || words.length > 4) return '';
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join(' ');
}
