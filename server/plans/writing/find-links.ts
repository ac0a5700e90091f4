/** Kinds of address that open something without "//". */
const schemes = 'tg|mailto|javascript|vbscript|file|tel|sms|callto|skype|viber|whatsapp|xmpp|magnet';
const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const tail = '(?::\\d{2,5}(?!\\d))?(?:[/?#]\\S*)?';

const explicit = new RegExp(
  `\\b[a-z][a-z0-9+.-]*://\\S+|\\bdata:\\w+/\\S+|\\b(?:${schemes}):[^\\s,.;]\\S*|\\bwww\\.\\S+|` +
    `(?<![\\p{L}\\p{N}_.-])${octet}(?:\\.${octet}){3}(?![\\p{L}\\p{N}_-]|\\.\\d)${tail}`,
  'giu',
);
/** Anything that could be a domain: labels, the last one of letters. */
const bare = new RegExp(
  `(?<![\\p{L}\\p{N}_@.-])((?:[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_-]*\\.)+(?:xn--[a-z0-9-]+|\\p{L}[\\p{L}\\p{M}]+)(?![\\p{N}_-]))(${tail})`,
  'giu',
);

/** What follows the dot of a name or a file: no domain ends like this. */
const noDomain =
  /\.(?:jsx?|tsx?|pdf|docx?|xlsx?|pptx?|odt|ods|csv|txt|png|jpe?g|gif|svg|webp|ics|vcf|html?|json|xml|exe)$/i;
/** Microsoft's names, and abbreviations whose last part is longer than a letter. */
const names = /^(?:(?:asp|vb|ado|ml)\.net|u\.dgl|p\.ej|p\.ex|dr\.med|z\.hd|и\.т\.д|и\.т\.п)$/i;
/** Endings that are domains also where a capital begins them: no sentence begins with such a word. */
const surely =
  /^(?:com|org|net|io|app|dev|info|biz|ru|uk|ua|ch|pl|nl|cn|tv|cc|ly|xyz|site|click|agency|рф|xn--.*)$/i;

/** The links in a text, bare domains and addresses in numbers too, each once; see `withoutLinks` for the rest of it. */
export function findLinks(text: string): string[] {
  const rest = text.replace(explicit, ' ');
  const domains = [...rest.matchAll(bare)].map(([, name = '', path = '']) => domainIn(name, path));
  return [...(text.match(explicit) ?? []), ...domains.filter((domain) => domain !== null)];
}

/** The text without its links, so that nothing in them is taken for something else. */
export const withoutLinks = (text: string): string =>
  text
    .replace(explicit, ' ')
    .replace(bare, (all, name: string, path: string) => (domainIn(name, path) === null ? all : ' '));

/** The domain in "evil.com.Then", with its path; null where a space is missing, and for names such as "Node.js". */
function domainIn(name: string, path: string): string | null {
  if (names.test(name) || noDomain.test(name)) return null;
  const dot = name.lastIndexOf('.');
  if (dot < 0) return null;
  const last = name.slice(dot + 1);
  // "Tomorrow.In any case": the next sentence begins with a capital. "EVIL.AGENCY" does not begin one.
  const isSentence = /^\p{Lu}/u.test(last) && !surely.test(last) && name !== name.toUpperCase();
  if (!isSentence) return name + path;
  return domainIn(name.slice(0, dot), '');
}
