import { z } from 'zod';

/** "/leads/<id>?step=<id>": a lead, or one step of it, inside the Mini App. */
export function leadPath(leadId: string, stepId?: string | null): string {
  return `/leads/${leadId}${stepId ? `?step=${stepId}` : ''}`;
}

/** "/captures/<id>": a confirm card inside the Mini App. */
export const capturePath = (captureId: string): string => `/captures/${captureId}`;

/**
 * A link for anywhere outside the chat. Its value has only letters, digits, "_" and "-", 512 at most (Telegram's
 * "Direct Link Mini Apps").
 */
export function startAppLink(botUsername: string, leadId: string, stepId?: string | null): string {
  return `https://t.me/${botUsername}?startapp=l_${leadId}${stepId ? `_s_${stepId}` : ''}`;
}

/** Where a start parameter leads inside the Mini App; null when there is none or it is not one of ours. */
export function parseStartParam(startParam: string | null): string | null {
  const captureId = startParam?.match(/^capture_([\da-f-]{36})$/)?.[1];
  if (captureId) return z.uuid().safeParse(captureId).success ? capturePath(captureId) : null;
  const [, leadId, stepId] = startParam?.match(/^l_([\da-f-]{36})(?:_s_([\da-f-]{36}))?$/) ?? [];
  if (!z.uuid().safeParse(leadId).success) return null;
  return leadPath(leadId ?? '', z.uuid().safeParse(stepId).success ? stepId : null);
}
