import type { FormattedString } from '@grammyjs/parse-mode';
import { Composer, InlineKeyboard, Keyboard } from 'grammy';
import type { Message } from 'grammy/types';
import { cut } from '../../cut.ts';
import { changePersonTime } from '../../plans/person-time.ts';
import { personTime } from '../../time/person.ts';
import { findPlaces, type Place, zoneAt } from '../../time/places.ts';
import { clockWords } from '../../time/when.ts';
import { zoneButton } from '../callback-data.ts';
import { plainCard } from '../card.ts';
import type { BotContext } from '../context.ts';
import { maxName } from '../names.ts';
import { ask, onAnswer } from '../questions.ts';
import { answerTap, editTapped, replyCard } from '../reply.ts';
import { say, sayPlain } from '../say.ts';
import { onTap } from '../tap.ts';

/**
 * /timezone: where the person is, by a name, a shared location, or one of several places of that name. Must come before
 * notes, since the answer is none.
 */
export const timezone = new Composer<BotContext>();

timezone.command('timezone', async (ctx) => {
  if (ctx.match.trim()) return fromText(ctx, ctx.match);
  const { timeZone } = personTime(ctx.user);
  const keyboard = new Keyboard()
    .requestLocation(sayPlain('button.shareLocation'))
    .row()
    .text(sayPlain('button.useText'));
  await ask(ctx, question, {
    text: say('zone.ask', { timeZone, clock: clockWords(ctx.now, timeZone) }),
    keyboard: keyboard.resized().oneTime(),
  });
});

const question = { kind: 'zone', detail: '', leadId: null, stepId: null } as const;

// A client that cannot share a location sends the words of the button.
const buttons = [sayPlain('button.useText'), sayPlain('button.shareLocation')];

timezone.on('message:text').use(
  async (ctx, next) => {
    if (!buttons.includes(ctx.message.text)) return next();
    await ask(ctx, question, { text: say('zone.prompt'), placeholder: 'placeholder.zone' });
  },
  onAnswer(['zone'], (ctx) => fromText(ctx, ctx.message.text)),
);

timezone.on('message:location').use(
  onAnswer(['zone'], async (ctx) => {
    const zone = zoneOf(ctx.message);
    await answer(ctx, zone ? await setZone(ctx, zone) : say('zone.nowhere'));
  }),
  // Nobody asked: a place may be shared for another reason, so it changes nothing by itself.
  async (ctx, next) => {
    const zone = zoneOf(ctx.message);
    if (!zone || zone === ctx.user.timeZone) return next();
    await offer(ctx, say('zone.offer'), [{ timeZone: zone, name: zone, country: null }]);
  },
);

type Shared = Message.LocationMessage & Pick<Message, 'venue'>;

/** Where somebody else is, or where to meet, says nothing about this person. */
function zoneOf({ location, venue, forward_origin: forwarded }: Shared): string | null {
  return venue || forwarded ? null : zoneAt(location.latitude, location.longitude);
}

timezone.on('callback_query:data').use(
  onTap(['zone'], async (ctx, { timeZone }) => {
    await answerTap(ctx);
    await editTapped(ctx, plainCard(await setZone(ctx, timeZone)));
  }),
);

async function fromText(ctx: BotContext, text: string): Promise<void> {
  const [place, ...more] = findPlaces(text);
  if (!place) await answer(ctx, say('zone.unknown', { text: cut(text.trim(), maxName) }));
  else if (more.length === 0) await answer(ctx, await setZone(ctx, place.timeZone));
  else await offer(ctx, say('zone.which'), [place, ...more]);
}

/** Takes the keyboard that asked for the location away again. */
async function answer(ctx: BotContext, { text, entities }: FormattedString): Promise<void> {
  await ctx.reply(text, { entities, reply_markup: { remove_keyboard: true } });
}

async function offer(ctx: BotContext, text: FormattedString, places: Place[]): Promise<void> {
  const keyboard = new InlineKeyboard();
  for (const { name, country, timeZone } of places) {
    const values = { name, clock: clockWords(ctx.now, timeZone) };
    const label = country ? sayPlain('zone.choice', { ...values, country }) : sayPlain('zone.here', values);
    keyboard.text(label, zoneButton(timeZone)).row();
  }
  await replyCard(ctx, { text, keyboard });
}

async function setZone({ db, user, now }: BotContext, timeZone: string): Promise<FormattedString> {
  const result = await changePersonTime(db, { userId: user.id, change: { timeZone }, now });
  if (!result.ok) throw new Error(`a time zone was refused: ${result.reason}`);
  return say('zone.set', { timeZone, clock: clockWords(now, timeZone), moved: result.moves.length });
}
