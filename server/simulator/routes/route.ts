import type { z } from 'zod';
import { findChat } from '../chats.ts';
import type { Context } from '../context.ts';
import type { StoredChat } from '../state.ts';

export type Reply = { status?: number; body: unknown };
export type Route = (context: Context, body: unknown) => Reply | Promise<Reply>;
export type Routes = Record<string, Route>;

export function refuse(status: number, error: string): Reply {
  return { status, body: { error } };
}

/** A route whose JSON body is checked first; what does not fit is answered with 400 and the reasons. */
export function route<T extends z.ZodType>(
  schema: T,
  act: (context: Context, body: z.infer<T>) => Reply | Promise<Reply>,
): Route {
  return (context, body) => {
    const parsed = schema.safeParse(body);
    if (parsed.success) return act(context, parsed.data);
    return refuse(
      400,
      parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '),
    );
  };
}

/** Acts in the chat of that user; an unknown one is answered with 404. */
export function withChat(
  context: Context,
  userId: number,
  act: (chat: StoredChat) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const chat = findChat(context, userId);
  return chat ? act(chat) : refuse(404, `There is no user ${userId} here`);
}
