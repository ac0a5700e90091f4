import { domainRefusals, refusals } from '../../_texts/refusals.ts';

export type Reason = keyof typeof refusals;
export type Refusal = { ok: false; reason: Reason; message: string };

/** A refusal with its standard words, or better ones. */
export function refuse(reason: Reason, message: string = refusals[reason]): Refusal {
  return { ok: false, reason, message };
}

/** What the domain refuses, in words. */
export function explain({ reason }: { reason: 'not-found' | keyof typeof domainRefusals }): Refusal {
  return reason === 'not-found' ? refuse(reason) : refuse('invalid', domainRefusals[reason]);
}
