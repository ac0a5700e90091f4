import { type Signs, signs, sources } from './templates/signs.ts';
import type { TemplateKey } from './templates/template.ts';

/**
 * The built-in plan that fits a lead, by what its note says. The status "proposal" decides at once. Then the
 * strongest sign wins, whatever else is in the note: a proposal was sent; who they are to you (somebody to hire, an
 * investor, a customer of old); they saw a demo, somebody introduced them, you met at an event, they asked you for
 * something. So "met at the fair, wants a demo" is an event contact. The note counts before the source; when neither
 * says anything it is cold outreach.
 */
export function chooseTemplate(lead: { notes: string; source: string | null; status: string }): TemplateKey {
  if (lead.status === 'proposal') return 'after-proposal';
  const source = lead.source ?? '';
  return firstSign(lead.notes, signs) ?? firstSign(source, [...signs, ...sources]) ?? 'cold-outreach';
}

function firstSign(text: string, candidates: readonly Signs[]): TemplateKey | undefined {
  const words = plainWords(text);
  return candidates.find((candidate) => speaksFor(candidate, words))?.template;
}

/** Lower case, no accents, single spaces between and around the words: " met at the fair ". */
function plainWords(text: string): string {
  const plain = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return ` ${plain.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''} `;
}

function speaksFor({ words, unless = [] }: Signs, text: string): boolean {
  const rest = unless.reduce((kept, phrase) => kept.replaceAll(` ${phrase} `, ' '), text);
  return words.flatMap((line) => line.split(', ')).some((phrase) => says(rest, phrase));
}

const NEGATIONS = ['not', 't', 'never', 'не', 'nicht', 'kein', 'no', 'nao'];

/** Whether the phrase stands there as whole words (a star: any ending) and is not denied ("haven't sent ..."). */
function says(text: string, phrase: string): boolean {
  const sought = phrase.endsWith('*') ? ` ${plainWords(phrase).trim()}` : plainWords(phrase);
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + 1)) {
    const before =
      text
        .slice(Math.max(0, at - 12), at)
        .split(' ')
        .at(-1) ?? '';
    if (!NEGATIONS.includes(before)) return true;
  }
  return false;
}
