import { z } from 'zod';
import { type Language, languageOf, languages } from './words/index.ts';
import type { MessageKey } from './words/messages.ts';

const text = z.string().catch('');

/** What the stand-in makes use of in the data of a question; whatever is missing or odd counts as not known. */
export const leadSchema = z
  .object({
    ...{ name: text, company: text, role: text, source: text, notes: text, language: text },
    history: z.array(text).catch([]),
  })
  .catch({ name: '', company: '', role: '', source: '', notes: '', language: '', history: [] });
export type Lead = z.infer<typeof leadSchema>;

export const playbookSchema = z.object({ sells: text, tone: text, rules: text }).nullable().catch(null);
export type Playbook = z.infer<typeof playbookSchema>;

/** Who writes to whom, and how. */
export type Pen = {
  first: string;
  company: string;
  language: Language;
  /** One message in that language; `when` where it speaks of a time. */
  write(key: MessageKey, when?: string): string;
};

/** A pen for a lead. Nothing of the notes gets into a message: they are about somebody, not to them. */
export function penFor(lead: Lead, playbook: Playbook, wished: Language | null = null): Pen {
  const language = wished ?? languageOf(lead.language, `${lead.notes} ${lead.history.join(' ')}`);
  const words = languages[language];
  const first =
    plain(lead.name)
      .split(' ')
      .find((word) => !title.test(word)) ?? '';
  const company = plain(lead.company).slice(0, 60);
  const tone = `${playbook?.tone ?? ''} ${playbook?.rules ?? ''}`;
  const hello = words.greet[isFormal(tone) ? 'formal' : 'warm'](first);
  const offer = offerOf(playbook, language);
  return {
    first,
    company,
    language,
    write(key, when = '') {
      const [core, more] = words[key]({ hello, company, offer, when });
      return isShort(tone) ? core : core + more;
    },
  };
}

export const isFormal = (tone: string) =>
  /(?<!in)(?<!not )formal|polite|official|förmlich|официальн|\busted\b/i.test(tone);
export const isShort = (tone: string) =>
  /short|brief|concise|kurz|knapp|корот|кратк|breve|cort[ao]|curt[ao]/i.test(tone);

const title = /^(dr|mr|mrs|ms|prof|herr|frau|sr|sra|dra)\.?$/i;

/** A name without what a message could take for markup or a placeholder. */
const plain = (name: string) =>
  name
    .replace(/[^\p{L}\p{M}\p{N}\s.,&'’+-]/gu, '')
    .replace(/\bXX+\b/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** What the person sells, where it is written in the language of the message: "Solar roofs for warehouses". */
function offerOf(playbook: Playbook, language: Language): string {
  const sells = (playbook?.sells ?? '').split(/[.\n]/)[0] ?? '';
  const offer = sells.replace(
    /^\s*(we|i) (sell|offer|make|build|do)\s+|^\s*wir (verkaufen|bieten)\s+|^\s*мы\s+/i,
    '',
  );
  if (/[[\]{}<>@/]/.test(offer) || offer.length > 120) return '';
  return languageOf('', sells) === language ? offer.trim() : '';
}
