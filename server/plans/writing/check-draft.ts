/** Longer than this is no message any more: a phone screen holds about half of it. */
const longest = 1500;

const tlds =
  'com|org|net|io|ai|app|dev|co|me|info|biz|eu|de|ru|es|pt|br|fr|it|uk|ch|at|pl|nl|us|ca|in|cn|tv|ly|gl|xyz|top|site|' +
  'online|shop|store|link|click|live|page|cloud|tech|pro|club|example|рф';
const link = new RegExp(
  `(?:\\b[a-z][a-z0-9+.-]*://\\S+|\\bwww\\.\\S+|(?<![\\w@.-])(?:[\\p{L}\\p{N}-]+\\.)+(?:(?:${tlds})(?![\\p{L}\\p{N}])(?:/\\S*)?|\\p{L}{2,}/\\S+))`,
  'giu',
);
const email = /[\w.+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const handle = /(?<![\w@./])@[a-z]\w{3,}/gi;
const number = /\+?\d[\d\s()./-]*\d/g;
const day = /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/g;
const placeholder = /\[[^[\]\n]{1,60}\]|\{[^{}\n]{1,60}\}|<[^<>\n]{1,60}>|%\w{2,30}%|\bX{3,}\b|\bXX\b|_{3,}/g;

/**
 * What is wrong with something a model wrote, in words that it can put right; [] when nothing is. A link, an e-mail
 * address, a phone number or a @handle is fine only when it occurs in `given` (see `givenIn`); a placeholder never is.
 */
export function checkDraft(draft: string, given: string): string[] {
  const known = given.toLowerCase();
  const emails = found(draft, email);
  const rest = draft.replace(email, ' ');
  const strange = [
    ...found(rest, link).map((text) => ({ is: 'link', text })),
    ...emails.map((text) => ({ is: 'e-mail address', text })),
    ...found(rest.replace(link, ' '), handle).map((text) => ({ is: 'handle', text })),
  ].filter(({ text }) => !known.includes(text.toLowerCase()));
  return [
    ...strange.map(({ is, text }) => `the ${is} "${text}" was not given: leave it out`),
    ...strangeNumbers(rest.replace(link, ' '), given).map(
      (text) => `the phone number "${text}" was not given: leave it out`,
    ),
    ...found(draft, placeholder).map(
      (text) => `"${text}" is a placeholder: write what it stands for, or do without`,
    ),
    ...(draft.length > longest ? [`it has ${draft.length} characters: at most ${longest}`] : []),
  ];
}

/**
 * What a draft may repeat of the data a model got, as JSON. The lead's notes, history and source, and news about it, do
 * not count: they may be somebody else's words, and a link that they ask for is not one the person wants to send.
 */
export function givenIn(data: { lead?: object; news?: string }): string {
  const { lead, news: _, ...own } = data;
  return JSON.stringify({ ...own, lead: { ...lead, notes: '', history: [], source: '' } });
}

const found = (text: string, pattern: RegExp): string[] => [
  ...new Set((text.match(pattern) ?? []).map((hit) => hit.replace(/[.,;:!?)»"'”]+$/u, ''))),
];

/** Dates and amounts are no phone numbers: those have nine digits, or seven after a plus. */
function strangeNumbers(draft: string, given: string): string[] {
  const digits = (text: string) => text.replace(/\D/g, '');
  const known = found(given, number).map(digits);
  return found(draft.replace(day, ' '), number).filter((text) => {
    const own = digits(text);
    return own.length >= (text.startsWith('+') ? 7 : 9) && !known.some((other) => other.includes(own));
  });
}
