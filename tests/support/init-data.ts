import { sign } from '@telegram-apps/init-data-node';
import { botToken } from './app-world.ts';
import { monday } from './people.ts';

type Options = {
  user?: object | null;
  at?: Date;
  token?: string;
  startParam?: string;
};

export const anna = { id: 1001, first_name: 'Anna', username: 'anna', language_code: 'de' };

/** Launch data as Telegram signs it for a Mini App, with the third-party signature field that it also sends. */
export function signedInitData({
  user = anna,
  at = monday,
  token = botToken,
  startParam,
}: Options = {}): string {
  const launch = { query_id: 'AAE0123456789', signature: 'c2lnbmF0dXJl', start_param: startParam };
  return sign({ ...launch, ...(user ? { user } : {}) } as Parameters<typeof sign>[0], token, at);
}

/** The same data with one field replaced, its hash left as it was. */
export function tamper(initData: string, field: string, value: string | null): string {
  const params = new URLSearchParams(initData);
  if (value === null) params.delete(field);
  else params.set(field, value);
  return params.toString();
}
