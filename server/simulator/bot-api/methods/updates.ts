import { z } from 'zod';
import type { Context } from '../../context.ts';
import { BotApiError, badRequest } from '../errors.ts';
import type { Methods } from '../method.ts';
import type { Params } from '../params.ts';

const MAX_POLL_SECONDS = 50;

export const updateMethods: Methods = {
  setWebhook(context, params) {
    const url = params.text('url').trim();
    if (url === '') return deleteWebhook(context, params);
    const secretToken = params.text('secret_token');
    const maxConnections = params.integer('max_connections') ?? 40;
    checkWebhookUrl(url);
    if (!/^[\w-]{0,256}$/.test(secretToken)) throw badRequest('secret token contains unallowed characters');
    readAllowedUpdates(context, params);
    if (params.flag('drop_pending_updates')) context.queue.remove(() => true);
    const before = context.state.webhook;
    context.state.webhook = { url, secretToken, maxConnections: Math.min(Math.max(maxConnections, 1), 100) };
    context.changed();
    context.live.tellAll('changed');
    context.sender.retryNow();
    const isSame = before?.url === url && before.secretToken === secretToken;
    return { result: true, description: isSame ? 'Webhook is already set' : 'Webhook was set' };
  },

  deleteWebhook,

  getWebhookInfo({ state, queue, sender }) {
    const error = state.webhook ? sender.lastError() : null;
    return {
      result: {
        url: state.webhook?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: queue.pending().length,
        ...(state.webhook ? { max_connections: state.webhook.maxConnections } : {}),
        ...(error ? { last_error_date: error.date, last_error_message: error.message } : {}),
        ...(state.allowedUpdates.length > 0 ? { allowed_updates: state.allowedUpdates } : {}),
      },
    };
  },

  async getUpdates(context, params) {
    if (context.state.webhook) {
      throw new BotApiError(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    readAllowedUpdates(context, params);
    const timeout = params.integer('timeout') ?? 0;
    const wasActive = context.longPoll.isActive();
    const updates = context.longPoll.take({
      offset: params.integer('offset') ?? 0,
      limit: Math.min(Math.max(params.integer('limit') ?? 100, 1), 100),
      timeoutSeconds: Math.min(Math.max(timeout, 0), MAX_POLL_SECONDS),
    });
    // Open pages stop saying that no bot is connected.
    if (!wasActive) context.live.tellAll('changed');
    return { result: await updates };
  },
};

function deleteWebhook(context: Context, params: Params) {
  const wasSet = context.state.webhook !== null;
  if (params.flag('drop_pending_updates')) context.queue.remove(() => true);
  context.state.webhook = null;
  context.changed();
  return { result: true, description: wasSet ? 'Webhook was deleted' : 'Webhook is already deleted' };
}

/** Telegram takes https only; here the bot runs on the same machine, as with a local Bot API server. */
function checkWebhookUrl(url: string): void {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  const isLocal =
    parsed?.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(parsed.hostname);
  if (parsed?.protocol !== 'https:' && !isLocal) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
}

/** The list stays as it was when the field is left out. */
function readAllowedUpdates({ state }: Context, params: Params): void {
  const list = params.json('allowed_updates', z.array(z.string()), "Can't parse allowed updates list");
  if (list) state.allowedUpdates = list;
}
