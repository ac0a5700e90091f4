import type { LeadStatus } from '#server/leads/status.ts';
import type { LeadCard } from '#server/views/lead-view.ts';

export const statusWords: Record<LeadStatus, string> = {
  new: 'New',
  contacted: 'Contacted',
  meeting: 'Meeting',
  proposal: 'Proposal',
  won: 'Won',
  lost: 'Lost',
};

export const leadStatuses = Object.keys(statusWords) as LeadStatus[];

/** "CTO at Acme", or whichever of the two is known; '' when neither is. */
export function roleWords({ role, company }: Pick<LeadCard, 'role' | 'company'>): string {
  return role && company ? `${role} at ${company}` : (role ?? company ?? '');
}

export function isClosed(status: LeadStatus): boolean {
  return status === 'won' || status === 'lost';
}
