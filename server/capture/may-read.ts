import type { CapturedPerson } from '../db/stored-json.ts';
import { type Model, mayUseModel } from '../model/port.ts';

/** The rules understand a line; a longer text may say more than they see. */
const longText = 80;

/** Whether a model is to look at a text too: it may, and the rules leave doubt. */
export function leavesDoubt(
  { text, person }: { text: string; person: CapturedPerson },
  { user, model }: { user: { modelOff: boolean }; model: Pick<Model, 'name'> },
): boolean {
  return model.name !== null && mayUseModel(user) && (!person.name || text.length > longText);
}
