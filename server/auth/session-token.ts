import { createHmac } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';

const audience = 'followthrough-mini-app';
/**
 * An app may stay minimised for weeks and cannot get new initData without being opened anew, so the token outlives that.
 * It is kept in the memory of that one app only, and goes with it.
 */
const lifetimeSeconds = 30 * 24 * 60 * 60;

/** Tokens are signed with a key derived from the bot token: every instance has it, and it cannot be turned back. */
function signingKey(botToken: string): Uint8Array {
  return createHmac('sha256', botToken).update('followthrough session').digest();
}

/** Our own session token for a person whose initData was valid at `now`; it lives 30 days. */
export function issueSessionToken(userId: number, botToken: string, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(String(userId))
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(signingKey(botToken));
}

/** The id of the person a token was issued to, or null when it is forged, expired at `now`, or no token at all. */
export async function readSessionToken(token: string, botToken: string, now: Date): Promise<number | null> {
  try {
    const { payload } = await jwtVerify(token, signingKey(botToken), {
      audience,
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: now,
    });
    const userId = Number(payload.sub);
    return Number.isSafeInteger(userId) && userId > 0 ? userId : null;
  } catch {
    return null;
  }
}
