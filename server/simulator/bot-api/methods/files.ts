import { apiMessage } from '../../chats.ts';
import { unixNow } from '../../context.ts';
import { mimeTypeOf } from '../../mime-types.ts';
import { mediaOf } from '../../sharing.ts';
import { readCaption } from '../../text/read-text.ts';
import { badRequest } from '../errors.ts';
import type { Methods } from '../method.ts';
import { addBotMessage, writableChat } from './messages.ts';

/** What a bot may fetch (Bot API, getFile). */
const MAX_FETCHED_BYTES = 20 * 1024 * 1024;

export const fileMethods: Methods = {
  /** Takes uploads only, not ids of files that Telegram has already nor addresses. */
  async sendDocument(context, params) {
    const chat = writableChat(context, params);
    const file = params.file('document');
    if (!file) throw badRequest('There is no document in the request');
    if (file.size === 0) throw badRequest('File must be non-empty');
    const content = readCaption(params, unixNow(context.clock));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const upload = { kind: 'document' as const, name: file.name, mimeType: mimeTypeOf(file.name), bytes };
    const media = await mediaOf(context, upload);
    const message = addBotMessage(context, chat, params, { ...content, media });
    return { result: apiMessage(context, chat, message) };
  },

  getFile({ files }, params) {
    const file = files.find(params.text('file_id'));
    if (!file) throw badRequest('Invalid file_id');
    if (file.size > MAX_FETCHED_BYTES) throw badRequest('File is too big');
    const { id, uniqueId, size, path } = file;
    return { result: { file_id: id, file_unique_id: uniqueId, file_size: size, file_path: path } };
  },
};
