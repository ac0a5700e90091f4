import { z } from 'zod';
import { readInitData } from '#server/auth/init-data.ts';
import { issueSessionToken } from '#server/auth/session-token.ts';
import { rememberUser } from '#server/auth/users.ts';
import { errorText } from '#server/errors.ts';
import { changePersonTime } from '#server/plans/person-time.ts';
import { getRuntime } from '#server/runtime.ts';
import { parseStartParam } from '#server/telegram/links.ts';
import { isTimeZone } from '#server/time/wall-time.ts';
import { readJson } from '../../_lib/server/read-json.ts';
import { refusal } from '../../_lib/server/user-read.ts';

/** Launch data is a kilobyte or two. */
const maxBytes = 16 * 1024;

const body = z.object({
  initData: z.string().min(1).max(8192),
  timeZone: z.string().max(64).refine(isTimeZone).optional().catch(undefined),
});

/**
 * Exchanges the launch data Telegram signed for our own session token, and learns the device's time zone on the first
 * visit. `openAt` is where a link from outside the chat wants to go.
 */
export async function POST(request: Request): Promise<Response> {
  const { db, clock, log, botToken } = getRuntime();
  const now = clock.now();
  try {
    const parsed = body.safeParse(await readJson(request, maxBytes));
    if (!parsed.success) return refusal('invalid');
    const initData = readInitData(parsed.data.initData, botToken, now);
    if (!initData.ok) return refusal('signed-out');
    const user = await rememberUser(db, { ...initData.user, now });
    if (!user.timeZone && parsed.data.timeZone) {
      const change = { timeZone: parsed.data.timeZone };
      await changePersonTime(db, { userId: user.id, change, now, fromDevice: true });
    }
    return Response.json({
      token: await issueSessionToken(user.id, botToken, now),
      firstName: user.firstName,
      openAt: parseStartParam(initData.startParam),
    });
  } catch (error) {
    log.error({ error: errorText(error) }, 'a session could not be made');
    return refusal('failed');
  }
}
