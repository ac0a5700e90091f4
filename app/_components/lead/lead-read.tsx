import type { LeadPage } from '#server/views/lead-view.ts';
import { Activity } from './activity.tsx';
import { Contact } from './contact.tsx';
import { LeadActs } from './lead-acts.tsx';
import { LeadHeader } from './lead-header.tsx';
import { LeadProgress } from './lead-progress.tsx';
import styles from './lead-read.module.css';
import { PauseActs } from './pause-acts.tsx';
import { PauseBanner } from './pause-banner.tsx';
import { Plan } from './plan.tsx';
import { Proposal } from './proposal.tsx';
import { RestoreOffer } from './restore-offer.tsx';

type Props = { lead: LeadPage; askedStepId: string | null; onEdit: () => void; onEditPlan: () => void };

/** The lead as it is read: who, how far, the plan, how to reach them, what happened. */
export function LeadRead({ lead, askedStepId, onEdit, onEditPlan }: Props) {
  const drafting = lead.planState === 'drafting';
  const stale = askedStepId !== null && !drafting && lead.steps.every((step) => step.id !== askedStepId);
  return (
    <>
      <LeadHeader lead={lead} />
      {stale && <p className={styles.notice}>That step is no longer in the plan.</p>}
      {lead.steps.length > 0 && <LeadProgress lead={lead} />}
      <PauseBanner lead={lead} />
      <RestoreOffer lead={lead} />
      <Proposal lead={lead} />
      <Plan lead={lead} askedStepId={stale ? null : askedStepId} onEdit={onEditPlan} />
      <Contact lead={lead} onEdit={onEdit} />
      <Activity lead={lead} />
      <PauseActs lead={lead} />
      <LeadActs lead={lead} />
    </>
  );
}
