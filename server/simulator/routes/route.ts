import type { z } from 'zod';
import type { Context } from '../context.ts';

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
