import type { z } from 'zod';
import { causeOf, complaintsOf } from './complaints.ts';
import { findJson } from './find-json.ts';
import type { Ask } from './port.ts';
import { schemaOf } from './prompt.ts';

export type Reading<T> =
  | { ok: true; value: T }
  /** `complaints` are for the model; `cause` is for the log, without anything that was written. */
  | { ok: false; complaints: string[]; cause: string };

/** Reads what a model said as the answer that was asked for. `isWhole`: it was not cut off at the provider's limit. */
export function readAnswer<T>(
  { answer, check }: Pick<Ask<T>, 'answer' | 'check'>,
  said: { text: string; isWhole: boolean },
): Reading<T> {
  if (!said.isWhole) {
    const complaint = 'the answer breaks off before its end: write a shorter one';
    return { ok: false, complaints: [complaint], cause: 'cut off' };
  }
  const found = findJson(said.text);
  if (!found.ok) return { ok: false, complaints: [found.problem], cause: 'no JSON object' };
  const parsed: z.ZodSafeParseResult<T> = answer.safeParse(found.value);
  if (!parsed.success) {
    const { issues } = parsed.error;
    const complaints = complaintsOf(issues, found.value, schemaOf(answer));
    return { ok: false, complaints, cause: issues.slice(0, 3).map(causeOf).join(', ') };
  }
  const complaints = check?.(parsed.data) ?? [];
  if (complaints.length === 0) return { ok: true, value: parsed.data };
  return { ok: false, complaints, cause: `complaints of the check: ${complaints.length}` };
}
