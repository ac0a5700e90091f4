'use client';

import type { LeadDetail } from '#server/views/lead-view.ts';
import { planTexts } from '../../_texts/plan.ts';
import { Button } from '../ui/button.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './drafting.module.css';
import { useStop } from './use-stop.ts';

/** The plan is being drafted: how far it is, and a way to stop it. */
export function Drafting({ lead }: { lead: LeadDetail }) {
  const { stop, busy } = useStop(lead.id);
  const stage = lead.work?.kind === 'plan' ? planTexts.stages[lead.work.stage] : '';
  return (
    <div className={styles.drafting}>
      <div className={styles.head}>
        <div role="status">
          <p className={styles.words}>{planTexts.drafting}</p>
          {stage && <p className={styles.stage}>{stage}</p>}
        </div>
        <Button look="soft" onClick={stop} disabled={busy} aria-label={planTexts.stopLabel}>
          {planTexts.stop}
        </Button>
      </div>
      <SkeletonRows count={lead.steps.length > 0 ? 2 : 5} words={planTexts.steps} />
    </div>
  );
}
