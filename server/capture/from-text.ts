import type { User } from '../auth/users.ts';
import type { Model } from '../model/port.ts';
import { leavesDoubt } from './may-read.ts';
import { countryOf } from './phone.ts';
import { readText } from './reading/read-text.ts';
import type { NewCapture } from './start-capture.ts';

export type NewCard = Omit<NewCapture, 'userId' | 'now'>;

/** The confirm card of a text about somebody, from rules; where these leave doubt and a model may, it looks closer. */
export function cardFromText(
  text: string,
  { user, model }: { user: User; model: Pick<Model, 'name'> },
): NewCard {
  const person = readText(text, countryOf(user));
  const isReading = leavesDoubt({ text, person }, { user, model });
  const status = isReading ? 'reading' : 'open';
  return { source: 'text', people: [person], raw: isReading ? text : '', status };
}
