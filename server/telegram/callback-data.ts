import { z } from 'zod';

/**
 * What a button carries, "v1:<act>:<argument>", within Telegram's 64 bytes. A client can send anything here, and old
 * buttons live for years: what is not understood is null, and every handler still checks whose step or lead it is.
 */
const stepActs = ['done', 'undo', 'skip', 'snooze', 'draft'] as const;
const leadActs = ['plan', 'replace', 'keep', 'quiet'] as const;
const plainActs = ['add', 'add-text', 'cancel', 'today', 'help'] as const;
const deadActs = ['dead-retry', 'dead-forget'] as const;

const digits = (most: number) => z.string().regex(new RegExp(`^\\d{1,${most}}$`));

const data = z.union([
  z.tuple([z.literal('v1'), z.enum(stepActs), z.uuid()]),
  z.tuple([z.literal('v1'), z.enum(leadActs), z.uuid()]),
  z.tuple([z.literal('v1'), z.literal('leads'), z.coerce.number().int().min(0).max(10_000)]),
  z.tuple([z.literal('v1'), z.enum(deadActs), digits(16), digits(6)]),
  z.tuple([z.literal('v1'), z.enum(plainActs)]),
]);

export type StepAct = (typeof stepActs)[number];
export type Tap =
  | { act: StepAct; stepId: string }
  | { act: (typeof leadActs)[number]; leadId: string }
  | { act: 'leads'; page: number }
  | { act: (typeof deadActs)[number]; updateId: number; attempts: number }
  | { act: (typeof plainActs)[number] };

/** The callback data of a button. */
export const stepButton = (act: StepAct, stepId: string) => `v1:${act}:${stepId}`;
export const leadButton = (act: (typeof leadActs)[number], leadId: string) => `v1:${act}:${leadId}`;
export const pageButton = (page: number) => `v1:leads:${page}`;
export const deadButton = (act: (typeof deadActs)[number], seen: { updateId: number; attempts: number }) =>
  `v1:${act}:${seen.updateId}:${seen.attempts}`;
export const plainButton = (act: (typeof plainActs)[number]) => `v1:${act}`;

/** What a tapped button means; null when it is not (or no longer) one of ours. */
export function readTap(text: string): Tap | null {
  const parsed = data.safeParse(text.split(':'));
  if (!parsed.success) return null;
  const [, act, argument, attempts] = parsed.data;
  if (act === 'leads') return { act, page: Number(argument) };
  if (isOneOf(stepActs, act)) return { act, stepId: String(argument) };
  if (isOneOf(leadActs, act)) return { act, leadId: String(argument) };
  if (isOneOf(deadActs, act)) return { act, updateId: Number(argument), attempts: Number(attempts) };
  return { act };
}

function isOneOf<T extends string>(list: readonly T[], act: string): act is T {
  return (list as readonly string[]).includes(act);
}
