import { z } from 'zod';
import { isFormal, leadSchema, type Pen, penFor, playbookSchema } from './read-lead.ts';
import { keepingInTouch, plans } from './situations.ts';
import { type Language, languages } from './words/index.ts';
import type { MessageKey } from './words/messages.ts';

const draftData = z.object({
  lead: leadSchema,
  step: z.object({ title: z.string(), draft: z.string() }),
  wish: z.string(),
  playbook: playbookSchema,
});

/** How people name the languages the stand-in writes. */
const names: [Language, RegExp][] = [
  ['en', /english|englisch|английск|inglés|inglês/i],
  ['de', /german|deutsch|немецк|alemán|alemão/i],
  ['ru', /russian|russisch|русск|по-русски|ruso|russo/i],
  ['es', /spanish|spanisch|испанск|español|castellano|espanhol/i],
  ['pt', /portuguese|portugiesisch|португальск|portugu[eê]s/i],
];

/** Another draft of a step's message, as wished. */
export function writeDraft(data: unknown): { draft: string } {
  const { lead, step, wish, playbook } = draftData.parse(data);
  const other = names.find(([, name]) => name.test(wish))?.[0] ?? null;
  const tone = `${playbook?.tone ?? ''} ${isFormal(wish) ? 'formal' : ''}`;
  const pen = penFor(lead, { sells: '', rules: '', ...playbook, tone }, other);
  const key = messageOf(step.title, pen);
  // Written anew where the old words do not serve: another language, another greeting, nothing there yet.
  const isNew = other !== null || isFormal(wish) || step.draft.trim() === '';
  return { draft: follow(wish, isNew ? pen.write(key) : step.draft.trim(), pen) };
}

/** Which message the step had from the stand-in; for a step of somebody else, one that always fits. */
function messageOf(title: string, { first }: Pen): MessageKey {
  const known = [...Object.values(plans).flatMap(({ steps }) => steps), ...keepingInTouch];
  const same = known.find((step) => step.title.replaceAll('{first}', first || 'them') === title);
  return same?.message ?? 'useful';
}

function follow(wish: string, draft: string, { language }: Pen): string {
  const words = languages[language];
  if (/short|kürzer|kurz|короче|кратк|cort|breve|curt/i.test(wish)) return shortened(draft);
  if (/case|fallbeispiel|кейс|пример|caso/i.test(wish)) return `${draft} ${words.caseStudy}`;
  if (/warm|friendl|herzlich|freundlich|тепл|дружел|cálid|amable|calor|simpátic/i.test(wish)) {
    return draft.includes(words.warmth) ? draft : warmed(draft, words.warmth);
  }
  const what =
    /(?:mention|erwähne?|упомян\p{L}*|menciona\p{L}*|mencione)\s+(?:(?:that|dass|что|que),?\s+)?(.{2,120})/iu.exec(
      wish,
    )?.[1];
  return what ? `${draft} ${words.mention(what.replace(/[.!]+$/, ''))}` : draft;
}

/** Its greeting, if that is a sentence of its own, and the sentence that asks; else the first one. */
function shortened(draft: string): string {
  const sentences = draft.match(/[^.!?…]+[.!?…]+\s*|[^.!?…]+$/g) ?? [draft];
  const [opening = ''] = sentences;
  const asks = sentences.find((one) => one.trim().endsWith('?')) ?? sentences[1] ?? '';
  const isGreeting = opening.trim().split(/\s+/).length <= 3;
  return (isGreeting ? `${opening.trim()} ${asks.trim()}` : opening.trim()).trim();
}

/** The warm words come after the greeting. */
function warmed(draft: string, warmth: string): string {
  const greeting = /^[^,!:]{1,40}(?:,[^,!:]{1,40})?[,!:]\s/.exec(draft)?.[0] ?? '';
  const rest = draft.slice(greeting.length);
  const begins = `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}`;
  const said = /[,:]\s$/.test(greeting) ? `${warmth.slice(0, 1).toLowerCase()}${warmth.slice(1)}` : warmth;
  return greeting ? `${greeting}${said.startsWith('i ') ? warmth : said} ${begins}` : `${warmth} ${draft}`;
}
