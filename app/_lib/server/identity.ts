import { readSessionToken } from '#server/auth/session-token.ts';
import { getUser, type User } from '#server/auth/users.ts';
import { getRuntime } from '#server/runtime.ts';

/** The person a session token belongs to at this moment; null when it is forged, expired, or they are gone. */
export async function readIdentity(token: string): Promise<User | null> {
  const { botToken, clock, db } = getRuntime();
  const userId = await readSessionToken(token, botToken, clock.now());
  return userId === null ? null : getUser(db, userId);
}
