import type { z } from 'zod';

/** What a language model is asked for; named in the log and in the metrics. */
export type ModelTask = 'plan' | 'review' | 'draft' | 'read-text' | 'read-photo' | 'hear-voice';

export type Picture = { bytes: Uint8Array; mediaType: string };

/**
 * One question. `instructions` are our own words only. Whatever people wrote (notes, forwarded text, playbooks) goes into
 * `data`, which is handed over as data and never as instructions; the model has no tools.
 */
export type Ask<T> = {
  task: ModelTask;
  /** For whom: their daily limit counts. */
  userId: number;
  instructions: string;
  /** Anything that JSON can hold. */
  data: unknown;
  /** What an answer must be; its complaints go back to the model once, to be put right. */
  answer: z.ZodType<T>;
  /** What zod cannot say: complaints for the model to put right; none when the answer is fine. */
  check?(answer: T): string[];
  picture?: Picture;
  /** It goes on: the first answer did not hold, and was sent back. */
  onRepair?(): Promise<void>;
};

export type Tokens = { in: number; out: number };

/**
 * Why there is no answer.
 * - off: no provider is configured, or none for this task.
 * - limit: the daily limit of the person, or of all, is used up.
 * - invalid: also the corrected answer did not hold. - refused: the model would not.
 * - unauthorized: the provider does not take our key, or does not know the model: an administrator's matter.
 * - busy: 429, or the circuit is open: not before `retryAfterMs`. - down: 5xx, time-out, a cut connection.
 */
export type NoAnswer = {
  ok: false;
  reason: 'off' | 'limit' | 'invalid' | 'refused' | 'unauthorized' | 'busy' | 'down';
  /** Whether asking again later may help, and when at the earliest. */
  retryAfterMs: number | null;
  /** For the log: never what a person or the model wrote. */
  cause: string;
};

export type Answered<T> = { ok: true; value: T; repaired: boolean; model: string; tokens: Tokens };

/** The one way to a language model, whoever provides it. Never rejects for what a provider or a network does. */
export type Model = {
  /** The provider's name of the model that writes; null when none is configured. */
  name: string | null;
  /** Whether it can look at pictures, and listen. */
  sees: boolean;
  hears: boolean;
  ask<T>(question: Ask<T>): Promise<Answered<T> | NoAnswer>;
  /** What a voice note says. */
  transcribe(voice: { userId: number } & Picture): Promise<Answered<string> | NoAnswer>;
};

export const noAnswer = (
  reason: NoAnswer['reason'],
  cause: string,
  retryAfterMs: number | null = null,
): NoAnswer => ({ ok: false, reason, retryAfterMs, cause });

const off = noAnswer('off', 'no model is configured');

/** Nobody is configured: everything works from templates and rules. */
export const noModel: Model = {
  name: null,
  sees: false,
  hears: false,
  ask: async () => off,
  transcribe: async () => off,
};

/** Whether a model may be used for this person, and about this lead where there is one: both can switch it off. */
export const mayUseModel = (user: { modelOff: boolean }, lead?: { modelOff: boolean } | null): boolean =>
  !user.modelOff && !lead?.modelOff;
