import { Composer, Keyboard } from 'grammy';
import { emptyPerson, noteOf } from '../../../capture/person.ts';
import { countryOf, sharedPhone } from '../../../capture/phone.ts';
import { readFile } from '../../../capture/reading/read-file.ts';
import type { CapturedPerson } from '../../../db/stored-json.ts';
import { plainCard } from '../../card.ts';
import type { BotContext } from '../../context.ts';
import { answerTap, replyCard } from '../../reply.ts';
import { say, sayPlain } from '../../say.ts';
import { onTap } from '../../tap.ts';
import { confirmNew } from './confirm.ts';

/** A shared contact, and people picked from the person's own contacts. */
export const contacts = new Composer<BotContext>();

/** Any number: only one thing is ever asked for. */
const requestId = 1;
/** Telegram lets ten be picked at most (Bot API, KeyboardButtonRequestUsers). */
const maxPicked = 10;

/** A key below the text field that opens the person's contacts. */
export const pickerKeyboard = () =>
  new Keyboard()
    .requestUsers(sayPlain('button.pickPeople'), requestId, {
      ...{ user_is_bot: false, max_quantity: maxPicked, request_name: true, request_username: true },
    })
    .resized()
    .oneTime();

contacts.on('message:contact', async (ctx) => {
  const { first_name: first, last_name: last, phone_number: number, vcard = '' } = ctx.message.contact;
  const country = countryOf(ctx.user);
  const more = fromCard(vcard, country);
  const person: CapturedPerson = {
    ...more,
    name: [first, last].filter(Boolean).join(' '),
    phone: sharedPhone(number, country) ?? number,
    source: 'Shared contact',
  };
  await confirmNew(ctx, { source: 'contact', people: [person], status: 'open' });
});

/** What the card that comes with a contact tells besides name and number. */
function fromCard(vcard: string, country: string): CapturedPerson {
  if (!vcard) return emptyPerson();
  const file = { name: 'contact.vcf', mimeType: 'text/vcard' };
  const read = readFile(new TextEncoder().encode(vcard), file, country);
  const [person] = read.ok ? read.people : [];
  return person ? { ...person, line: null, note: noteOf(person.note) } : emptyPerson();
}

contacts.on('message:users_shared', async (ctx) => {
  const people = ctx.message.users_shared.users.map(({ first_name: first, last_name: last, username }) =>
    emptyPerson({
      name: [first, last].filter(Boolean).join(' '),
      telegram: username ?? '',
      source: 'Telegram contacts',
    }),
  );
  if (people.length === 0) await replyCard(ctx, plainCard(say('capture.noPeople')));
  else await confirmNew(ctx, { source: 'people', people, status: 'open' });
});

contacts.on('callback_query:data').use(
  onTap(['pick-people'], async (ctx) => {
    await answerTap(ctx);
    const { text, entities } = say('capture.pick');
    await ctx.reply(text, { entities, reply_markup: pickerKeyboard() });
  }),
);
