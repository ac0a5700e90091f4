import { badRequest } from '../errors.ts';
import type { Methods } from '../method.ts';

const MAX_ANSWER = 200;

export const callbackMethods: Methods = {
  answerCallbackQuery({ callbacks }, params) {
    const text = params.text('text');
    if (text.length > MAX_ANSWER) throw badRequest('MESSAGE_TOO_LONG');
    const known = callbacks.answer(params.text('callback_query_id'), {
      ...(text ? { text } : {}),
      showAlert: params.flag('show_alert'),
      ...(params.has('url') ? { url: params.text('url') } : {}),
    });
    if (!known) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    return { result: true };
  },
};
