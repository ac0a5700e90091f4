import type { StepCard } from '../views/step-card.ts';

/** Telegram takes longer links in a message, but not every client opens them. */
const maxLink = 2000;

/** What is not written: talked about, or meant for somebody else. */
const unwritten = new Set(['call', 'meeting', 'other']);

/**
 * "https://t.me/<handle>?text=<draft>": opens the lead's chat with the draft in its field (core.telegram.org/api/links,
 * "Public username links"). Null without a Telegram name (4 to 32 of A-Z, a-z, 0-9 and "_"), for a step that is not
 * written to them, and where the draft is too long for a link.
 */
export function draftLink(lead: StepCard['lead'], step: StepCard['step']): string | null {
  const handle = lead.telegram ?? '';
  if (!/^\w{4,32}$/.test(handle) || unwritten.has(step.channel ?? '')) return null;
  // Half a character cannot be put into a link.
  const text = encodeURIComponent(step.draft.replace(/\p{Surrogate}/gu, '\ufffd'));
  const link = `https://t.me/${handle}?text=${text}`;
  return link.length <= maxLink ? link : null;
}
