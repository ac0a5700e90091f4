import type { CapturedPerson } from '../../db/stored-json.ts';
import { emptyPerson } from '../person.ts';
import { normalPhone } from '../phone.ts';
import { takeContacts } from './contacts.ts';
import { fieldOf } from './fields.ts';
import { companyOfEmail } from './jobs.ts';
import { isName, properName } from './names.ts';

type Line = { speaker: string | null; text: string };

const time = /\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?/.source;
const day = /\d{1,4}[./-]\d{1,2}[./-]\d{2,4}/.source;
/** As Telegram and WhatsApp copy messages: the name before the time, or behind it. */
const heads = [
  new RegExp(`^(.{1,60}?),? \\[${day},? ${time}\\]:?\\s*(.*)$`, 'i'),
  new RegExp(`^\\[${day},? ${time}\\]\\s*(?:~\\s*)?([^:]{1,60}):\\s*(.*)$`, 'i'),
  new RegExp(`^${day},? ${time}\\s-\\s(?:~\\s*)?([^:]{1,60}):\\s*(.*)$`, 'i'),
];
const plainHead = /^([^:]{1,40}):\s+(\S.*)$/;
const oneself = ['me', 'i', 'you', 'ich', 'я', 'вы', 'yo', 'tú', 'eu', 'você'];

/** A person from an excerpt of a chat: whoever speaks first but oneself; null when the text is none. */
export function readChat(text: string, country: string): CapturedPerson | null {
  const lines = linesOf(text, heads) ?? plainLines(text);
  const speaker = lines?.find((line) => line.speaker && !isOneself(line.speaker))?.speaker;
  if (!lines || !speaker) return null;
  // What they say; a line without a head goes on with the message before.
  let current = '';
  const said = lines.flatMap((line) => {
    current = line.speaker ?? current;
    return current === speaker ? [line.text] : [];
  });
  const { telegram, email, phone } = takeContacts(said.join('\n'), country);
  const isNumber = normalPhone(speaker, country) !== null;
  return emptyPerson({
    name: isNumber ? '' : properName(speaker),
    company: companyOfEmail(email),
    ...{ telegram, email, phone: isNumber ? takeContacts(speaker, country).phone : phone },
    // The excerpt stays whole: who said what is worth as much as what was said.
    note: text.trim(),
  });
}

const isOneself = (speaker: string) => oneself.includes(speaker.trim().toLowerCase());

function linesOf(text: string, patterns: RegExp[]): Line[] | null {
  const lines = text.split('\n').map((line): Line => {
    for (const pattern of patterns) {
      const [, speaker, said] = line.trim().match(pattern) ?? [];
      if (speaker) return { speaker: speaker.trim(), text: said ?? '' };
    }
    return { speaker: null, text: line };
  });
  return lines.some(({ speaker }) => speaker) ? lines : null;
}

/** "Anna: hi / Me: hello": two lines of names at least, and one's own or a repeated one among them. */
function plainLines(text: string): Line[] | null {
  const lines = linesOf(text, [plainHead]);
  const speakers = lines?.flatMap(({ speaker }) => (speaker ? [speaker] : [])) ?? [];
  const isTalk =
    speakers.length > 1 &&
    speakers.every((speaker) => (isName(speaker) || isOneself(speaker)) && !fieldOf(speaker)) &&
    (speakers.some(isOneself) || new Set(speakers).size < speakers.length);
  return isTalk ? lines : null;
}
