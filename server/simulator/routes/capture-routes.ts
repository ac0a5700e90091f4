import { z } from 'zod';
import { MAX_FILE_BYTES } from '../limits.ts';
import { forward, pickUsers, type SentFile, sendFile, shareContact } from '../sharing.ts';
import { type Reply, type Routes, refuse, route, withChat } from './route.ts';

const user = { userId: z.int() };
const word = z.string().trim().min(1).max(255);
const titled = z.object({ title: word, username: word.optional(), signature: word.optional() });

const fileSchema = z
  .object({
    kind: z.enum(['document', 'photo', 'voice']),
    name: z.string().min(1).max(255).optional(),
    mimeType: z.string().max(127).optional(),
    data: z.base64().default(''),
    size: z.int().min(0).optional(),
    duration: z.int().min(1).max(3600).optional(),
  })
  .transform(({ kind, name = nameOf[kind], mimeType = typeOf[kind], data, ...rest }): SentFile => {
    return { kind, name, mimeType, bytes: Buffer.from(data, 'base64'), ...rest };
  })
  .refine(
    ({ bytes }) => bytes.length <= MAX_FILE_BYTES,
    'Files of more than 6 MB are sent by their size alone',
  );
const nameOf = { document: 'file', photo: 'photo.jpg', voice: 'voice.oga' };
const typeOf = { document: undefined, photo: 'image/jpeg', voice: 'audio/ogg' };

const author = z.union([
  z.object({
    from: z.object({
      id: z.int().optional(),
      first_name: word,
      last_name: word.optional(),
      username: word.optional(),
    }),
  }),
  z.object({ hiddenName: word }),
  z.object({ chat: titled }),
  z.object({ channel: titled }),
]);

/**
 * What a person hands over in the chat other than by typing. JSON in, {messageId} out.
 *
 * - POST /simulator/forward {userId, text, date?, file?} and whose it is: from {first_name, last_name?, username?, id?},
 *   hiddenName, chat {title, username?, signature?} or channel (the same). `date` in Unix seconds; a file as below.
 * - POST /simulator/contact {userId, phone_number, first_name, last_name?, user_id?, vcard?}
 * - POST /simulator/file {userId, kind: document | photo | voice, name?, mimeType?, data, caption?, duration?, size?}:
 *   `data` is Base64 of at most 6 MB; `size` plays a larger file, whose bytes nobody gets
 * - POST /simulator/pick-users {userId, userIds, requestId?}: the answer to a request_users key (contacts.ts)
 */
export const captureRoutes: Routes = {
  'POST /simulator/forward': route(
    z
      .object({
        ...user,
        text: z.string().default(''),
        date: z.int().min(0).optional(),
        file: fileSchema.optional(),
      })
      .and(author),
    (context, { userId, text, date, file, ...whose }) =>
      withChat(context, userId, async (chat) =>
        sent(await forward(context, chat, { author: whose, text, date, file }), 'The message is empty'),
      ),
  ),

  'POST /simulator/contact': route(
    z.object({
      ...user,
      phone_number: z.string().min(1).max(64),
      first_name: word,
      last_name: word.optional(),
      user_id: z.int().optional(),
      vcard: z.string().max(2048).optional(),
    }),
    (context, { userId, ...contact }) =>
      withChat(context, userId, (chat) => sent(shareContact(context, chat, contact))),
  ),

  'POST /simulator/file': route(
    z.object({ ...user, caption: z.string().default('') }).and(fileSchema),
    (context, { userId, caption, ...file }) =>
      withChat(context, userId, async (chat) => sent(await sendFile(context, chat, file, caption))),
  ),

  'POST /simulator/pick-users': route(
    z.object({ ...user, userIds: z.array(z.int()).min(1), requestId: z.int().optional() }),
    (context, { userId, ...picked }) =>
      withChat(context, userId, (chat) =>
        sent(pickUsers(context, chat, picked), 'Nobody asks for these people, or not for so many'),
      ),
  ),
};

function sent(message: { id: number } | null, problem = ''): Reply {
  return message ? { body: { messageId: message.id } } : refuse(400, problem);
}
