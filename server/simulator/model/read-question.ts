import { z } from 'zod';

/** A question as our own prompt writes it: the task, what it is about, how long all of it was in characters. */
export type Question = { task: string; data: unknown; length: number };

const text = z.object({ type: z.literal('text'), text: z.string() });
const content = z.union([
  z.string(),
  z.array(z.union([text, z.looseObject({ type: z.string() })])).transform((parts) => {
    return parts.map((part) => ('text' in part ? String(part.text) : '')).join('\n');
  }),
]);
const body = z.object({ model: z.string(), messages: z.array(z.object({ role: z.string(), content })) });

/** Reads the body of a chat completion; null when it is none, or asks about nothing. */
export function readQuestion(bytes: Buffer | null): Question | null {
  const parsed = body.safeParse(parse(bytes?.toString('utf8') ?? ''));
  if (!parsed.success) return null;
  const said = parsed.data.messages.map((message) => message.content);
  const asked = said.map((one) => /<data task="([\w-]+)">([^<]*)<\/data>/.exec(one)).find(Boolean);
  const data = parse(asked?.[2] ?? '');
  if (!asked || data === undefined) return null;
  return { task: asked[1] ?? '', data, length: said.join('').length };
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
