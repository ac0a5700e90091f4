import type { CapturedPerson, SpoiltRow } from '../../db/stored-json.ts';
import type { Field } from './fields.ts';
import { type Given, maxPeople, personFrom, telegramName } from './given.ts';
import { type Card, type Property, pieces, readCards, unescaped } from './vcard-lines.ts';

/** Neither words nor a way to reach somebody. */
const ignored =
  /^(?:VERSION|N|PHOTO|LOGO|SOUND|KEY|KIND|REV|UID|PRODID|AGENT|CLASS|MAILER|SOURCE|PROFILE|LABEL|GEO|TZ|SORT-(?:STRING|AS)|CLIENTPIDMAP|XML|MEMBER|CREATED|(?:X-)?PHONETIC.*|X-(?:AB|ADDRESSBOOKSERVER|ANDROID|APPLE|EVOLUTION|IMAGE|MOZILLA|MS-|SAMSUNG).*)$/;
const fields: Record<string, Field> = {
  FN: 'name',
  TITLE: 'role',
  ROLE: 'role',
  TEL: 'phone',
  EMAIL: 'email',
  NOTE: 'note',
};
const labels: Record<string, string> = {
  TEL: 'Phone',
  EMAIL: 'E-mail',
  URL: 'Link',
  ADR: 'Address',
  BDAY: 'Birthday',
  NICKNAME: 'Nickname',
  TITLE: 'Title',
  ROLE: 'Role',
  ORG: 'Company',
  FN: 'Name',
  CATEGORIES: 'Groups',
};

/** The people of a vCard file; a card without an end or a name is spoilt, the others stay. `country`: as in phone.ts. */
export function readVcards(text: string, country: string): { people: CapturedPerson[]; spoilt: SpoiltRow[] } {
  const spoilt: SpoiltRow[] = [];
  const people = new Map<string, CapturedPerson>();
  for (const card of readCards(text)) {
    if (people.size + spoilt.length > maxPeople) break;
    const person = personFrom(givenBy(card), { line: card.line, country });
    const key = JSON.stringify({ ...person, line: null });
    if (!card.whole)
      spoilt.push({ line: card.line, problem: 'the card does not end. Save it again where it came from.' });
    else if (!person.name)
      spoilt.push({ line: card.line, problem: 'there is no name on the card. Add one and send it again.' });
    else if (!people.has(key)) people.set(key, person);
  }
  return { people: [...people.values()], spoilt };
}

function givenBy({ properties }: Card): Given[] {
  const given = properties.toSorted((a, b) => weight(b) - weight(a)).flatMap(read);
  const name = properties.find(({ name }) => name === 'N');
  const [last = '', first = '', middle = '', before = '', after = ''] = name ? pieces(name.value) : [];
  // Only where FN says nothing.
  const full = [before, first, middle, last, after].filter(Boolean).join(' ');
  return given.some(({ field }) => field === 'name')
    ? given
    : [{ field: 'name', label: 'Name', value: full }, ...given];
}

/** Mobile numbers and what is preferred come first; a fax last. */
const weight = ({ name, types, params }: Property) =>
  (name === 'TEL' && types.some((type) => /cell|mobile|iphone/.test(type)) ? 2 : 0) +
  (types.includes('pref') || params.pref ? 1 : 0) -
  (types.includes('fax') ? 5 : 0) +
  (name === 'TITLE' ? 1 : 0);

function read(property: Property): Given[] {
  const { name, value } = property;
  const plain = unescaped(value).trim();
  const telegram = telegramOf(property, plain);
  if (telegram) return [{ field: 'telegram', label: 'Telegram', value: telegram }];
  if (ignored.test(name) || !plain) return [];
  if (name === 'ORG') {
    const [company = '', ...department] = pieces(value);
    return [
      { field: 'company', label: 'Company', value: company },
      { field: null, label: 'Department', value: department.filter(Boolean).join(', ') },
    ];
  }
  if (name === 'TEL')
    return [{ field: 'phone', label: 'Phone', value: plain.replace(/^tel:/i, '').split(';')[0] ?? '' }];
  if (name === 'LANG') return [{ field: 'language', label: 'Language', value: plain }];
  const label = labels[name] ?? name.replace(/^X-/, '').toLowerCase();
  const text = name === 'ADR' ? pieces(value).filter(Boolean).join(', ') : plain;
  return [{ field: fields[name] ?? null, label, value: text }];
}

/** X-TELEGRAM, IMPP:telegram:…, X-SOCIALPROFILE;TYPE=telegram, or a link to t.me in any property. */
function telegramOf({ name, types, params }: Property, plain: string): string | null {
  if (name === 'NOTE') return null;
  const link = plain.match(/(?:^|\/\/)(?:www\.)?(?:t|telegram)\.me\/@?\w{4,32}/i)?.[0].replace(/^\/\//, '');
  if (link) return telegramName(link);
  const isNamed =
    /TELEGRAM/.test(name) ||
    (/^(?:IMPP|X-SOCIALPROFILE|SOCIALPROFILE)$/.test(name) &&
      (/^(?:telegram|tg):/i.test(plain) ||
        types.includes('telegram') ||
        /telegram/i.test(params['service-type'] ?? params['x-service-type'] ?? '')));
  return isNamed ? telegramName(plain.replace(/^(?:x-apple|telegram|tg):/i, '')) : null;
}
