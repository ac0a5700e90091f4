import { z } from 'zod';
import type { Context } from '../context.ts';
import { allowWriting, sendAsPerson, setBlocked, shareLocation, tapButton } from '../conversation.ts';
import { faultSchema } from '../faults.ts';
import { mintInitData } from '../init-data.ts';
import { modelFaultSchema } from '../model/faults.ts';
import { viewChat } from '../view.ts';
import { type Reply, type Routes, refuse, route, withChat } from './route.ts';

const user = { userId: z.int() };

/**
 * What a person can do, for the page and for tests. JSON in, JSON out; an unknown user is 404, bad input 400.
 *
 * - GET  /simulator/state?user=ID           -> ChatView (view.ts): messages, commands, menu button, names, now
 * - GET  /simulator/events?user=ID          -> Server-Sent Events "changed" and "typing" (server.ts)
 * - POST /simulator/send {userId, text, replyTo?}            -> {messageId}
 * - POST /simulator/location {userId, latitude, longitude} -> {messageId}
 * - POST /simulator/tap {userId, messageId, row, column}     -> {answered, text?, showAlert?, url?}; answers after
 *   the bot's answerCallbackQuery, or after 10 seconds with answered: false
 * - POST /simulator/block {userId, blocked}                  -> {blocked}
 * - POST /simulator/write-access {userId}                    -> {status: 'allowed'}
 * - POST /simulator/init-data {userId, startParam?}          -> {initData}
 * - POST /simulator/faults {kind, accepted?, method?, count?, retryAfter?, replace?} -> {fault} (faults.ts)
 * - POST /simulator/model-faults {kind, count?, seconds?, replace?} -> {fault} (model/faults.ts)
 * - POST /simulator/forward, contact, file, pick-users      -> {messageId} (capture-routes.ts)
 * - GET  /simulator/file?id=FILE_ID                          -> the bytes, to be saved (file-route.ts)
 * - POST /simulator/clock {advanceMs} | {toNextDue: true}    -> {moved, now, message?} (clock-routes.ts)
 */
export const chatRoutes: Routes = {
  'POST /simulator/send': route(
    z.object({ ...user, text: z.string(), replyTo: z.int().optional() }),
    (context, { userId, text, replyTo }) =>
      withChat(context, userId, (chat) => {
        const message = sendAsPerson(context, chat, text, replyTo);
        return message ? { body: { messageId: message.id } } : refuse(400, 'The message is empty');
      }),
  ),

  'POST /simulator/location': route(
    z.object({ ...user, latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }),
    (context, { userId, ...place }) =>
      withChat(context, userId, (chat) => ({
        body: { messageId: shareLocation(context, chat, place).id },
      })),
  ),

  'POST /simulator/tap': route(
    z.object({ ...user, messageId: z.int(), row: z.int().min(0), column: z.int().min(0) }),
    (context, { userId, ...place }) =>
      withChat(context, userId, async (chat) => {
        const tap = await tapButton(context, chat, place);
        if (!tap) return refuse(404, 'There is no such button');
        return { body: { answered: tap.answer !== null, ...tap.answer } };
      }),
  ),

  'POST /simulator/block': route(
    z.object({ ...user, blocked: z.boolean() }),
    (context, { userId, blocked }) =>
      withChat(context, userId, (chat) => {
        setBlocked(context, chat, blocked);
        return { body: { blocked: chat.blocked } };
      }),
  ),

  'POST /simulator/write-access': route(z.object(user), (context, { userId }) =>
    withChat(context, userId, (chat) => {
      allowWriting(context, chat);
      return { body: { status: 'allowed' } };
    }),
  ),

  'POST /simulator/init-data': route(
    z.object({
      ...user,
      startParam: z
        .string()
        .regex(/^[\w-]{1,512}$/)
        .optional(),
    }),
    (context, { userId, startParam }) =>
      withChat(context, userId, (chat) => ({ body: { initData: mintInitData(context, chat, startParam) } })),
  ),

  'POST /simulator/faults': route(faultSchema, (context, fault) => {
    context.faults.add(fault);
    return { body: { fault: context.faults.current() } };
  }),

  'POST /simulator/model-faults': route(modelFaultSchema, (context, fault) => {
    context.modelFaults.add(fault);
    return { body: { fault: context.modelFaults.current() } };
  }),
};

/** GET /simulator/state: the chat of the user named in the query. */
export function stateReply(context: Context, url: URL): Reply | Promise<Reply> {
  const connected = context.state.webhook !== null || context.longPoll.isActive();
  return withChat(context, Number(url.searchParams.get('user')), (chat) => ({
    body: viewChat(context, chat, connected),
  }));
}
