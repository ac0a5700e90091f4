import type { LeadDetail } from '#server/views/lead-view.ts';

/** The lead as it will look once the server has taken the choice; null for `changeId` means every open line. */
export function leadWithChoice(
  lead: LeadDetail,
  choice: 'accepted' | 'refused',
  changeId: number | null,
): LeadDetail {
  if (!lead.proposal) return lead;
  const changes = lead.proposal.changes.map((change) =>
    change.state === 'open' && (changeId === null || change.id === changeId)
      ? { ...change, state: choice }
      : change,
  );
  return { ...lead, proposal: { ...lead.proposal, changes } };
}
