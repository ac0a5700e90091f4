/**
 * An answer the Bot API gives instead of a result. Thrown by methods and parsers and turned into the HTTP answer in
 * one place (route.ts), as Telegram's own server does with its Status: a refusal can arise deep in a parser.
 */
export class BotApiError extends Error {
  readonly code: number;
  readonly description: string;
  readonly parameters: { retry_after?: number } | undefined;

  /** `description` is what the bot reads, complete with its prefix. */
  constructor(code: number, description: string, parameters?: { retry_after?: number }) {
    super(description);
    this.code = code;
    this.description = description;
    this.parameters = parameters;
  }
}

/**
 * 400 in Telegram's style: the message begins in lower case unless it is a code such as BUTTON_DATA_INVALID
 * (telegram-bot-api, Client.cpp, fail_query_with_error).
 */
export function badRequest(message: string): BotApiError {
  const isCode = /^.[_A-Z]/.test(message);
  return new BotApiError(
    400,
    `Bad Request: ${isCode ? message : message.charAt(0).toLowerCase() + message.slice(1)}`,
  );
}

/** 403: the person does not let the bot write. */
export function forbidden(message: string): BotApiError {
  return new BotApiError(403, `Forbidden: ${message}`);
}
