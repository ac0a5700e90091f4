import { InlineKeyboard } from 'grammy';
import { momentWords } from '../time/when.ts';
import { spanWords } from '../views/delivery-proof-words.ts';
import { type AppUrl, addOpenButton, type Card } from './card.ts';
import { say } from './say.ts';

type Test = {
  askedAt: Date;
  now: Date;
  /** The person's IANA zone. */
  timeZone: string;
};

/** The test reminder: looks like one, says that it is none, when it was asked for and how long it was on its way. */
export function testCard({ askedAt, now, timeZone }: Test, appUrl: AppUrl): Card {
  const asked = momentWords(askedAt, now, timeZone);
  const took = spanWords(now.getTime() - askedAt.getTime());
  return {
    text: say('test.reminder', { asked, took }),
    keyboard: addOpenButton(new InlineKeyboard(), appUrl, '/settings', 'button.openSettings'),
  };
}
