import { isPlace } from './is-place.ts';
import { beginsLikeName, firmName, isCompanyOf, isFirm, isRole, type Job, splitJob } from './jobs.ts';
import { isOneOf, wordsOf } from './names.ts';
import type { Part } from './parts.ts';
import { roleWords, sentenceWords, topRoles } from './words.ts';

const maxLength = 120;

/** Role and company, taken out of their parts; '' for what is not found, and for what is known already. */
export function takeJob(parts: Part[], about: { email: string; known: Job }): Job {
  const { email, known } = about;
  const open = parts.filter(({ used, text }) => !used && text.length <= maxLength);
  if (known.role && known.company) return { role: '', company: '' };
  if (!known.role && !known.company) {
    for (const [place, part] of open.entries()) {
      // Only what follows the name at once can be a role that we do not know.
      const job = splitJob(bare(part.text), place === 0 && parts.indexOf(part) === 1);
      if (job) return use(part, job);
    }
  }
  const rolePart = known.role ? undefined : open.find(({ text }) => isRole(bare(text)));
  const { role, company } = rolePart ? splitTop(bare(rolePart.text)) : { role: '', company: '' };
  if (rolePart) rolePart.used = true;
  if (known.company || company) return { role, company };
  return { role, company: takeCompany(parts, rolePart ? after(rolePart, parts) : afterName(parts), email) };
}

const after = (part: Part, parts: Part[]): Part | undefined => parts[parts.indexOf(part) + 1];

/** Behind a name further on ("Fwd: intro - Dana (Acme)") only what stands in the same line. */
function afterName(parts: Part[]): Part | undefined {
  const name = parts.find(({ used }) => used);
  const next = name && after(name, parts);
  return name !== parts[0] && next && next.line === name?.line ? next : parts[1];
}

/** A firm by its form, or by the address; else what follows the role, or the name where no role is given. */
function takeCompany(parts: Part[], next: Part | undefined, email: string): string {
  const open = parts.filter(({ used, text }) => !used && text.length <= maxLength);
  const sure = open.find(({ text }) => isFirm(text)) ?? open.find(({ text }) => isCompanyOf(text, email));
  const found = sure ?? (next && !next.used && mayBeCompany(bare(next.text)) ? next : undefined);
  if (!found) return '';
  found.used = true;
  return firmName(bare(found.text));
}

/** One to four words that begin like names, without a number or a word of a sentence, and no place. */
function mayBeCompany(text: string): boolean {
  const words = wordsOf(text);
  const isNamed = words.every((word) => beginsLikeName(word) || /^[&+]$/.test(word));
  const isSaid = words.some((word) => isOneOf(sentenceWords, word) || isOneOf(roleWords, word));
  return (
    words.length > 0 && words.length <= 4 && isNamed && !isSaid && !/[\d:/@]/.test(text) && !isPlace(text)
  );
}

/** "CEO Acme": what follows a role at the top is the company. */
function splitTop(text: string): Job {
  const [role = '', ...rest] = wordsOf(text);
  const company = rest.join(' ');
  const isBoth = isOneOf(topRoles, role) && mayBeCompany(company);
  return isBoth ? { role, company } : { role: text, company: '' };
}

function use(part: Part, job: Job): Job {
  part.used = true;
  return job;
}

/** Without the bracket that ends a part which began with one. */
const bare = (text: string) => (text.includes('(') ? text : text.replace(/\)+$/, ''));
