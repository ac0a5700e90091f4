'use client';

import { lazy, Suspense, useState } from 'react';
import type { LeadPage } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { rewordTexts } from '../../_texts/proposals.ts';
import { Button } from '../ui/button.tsx';
import styles from './another-draft.module.css';

// Fetched when it is asked for, as every form on this screen.
const RewordSheet = lazy(() =>
  import('./reword-sheet.tsx').then((module) => ({ default: module.RewordSheet })),
);

/** Another draft of an open step: the way to ask for it, how far it is, and why there is none; where a model may write. */
export function AnotherDraft({ step, lead }: { step: StepView; lead: LeadPage }) {
  const [asking, setAsking] = useState(false);
  if (step.status !== 'open' || !step.draft) return null;
  const { work } = lead;
  const past = lead.rewordings.find(({ stepId }) => stepId === step.id);
  const stage = work?.kind === 'draft' && work.stepId === step.id ? work.stage : null;
  if (!lead.writes && !past?.back) return null;
  return (
    <div className={styles.row}>
      <p className={styles.words} role="status">
        {stage && rewordTexts.stages[stage]}
        {!stage && past?.failure && rewordTexts.failures[past.failure]}
      </p>
      {!stage && (
        <Button look="link" className={styles.open} onClick={() => setAsking(true)}>
          {lead.writes ? rewordTexts.open : rewordTexts.back}
        </Button>
      )}
      <Suspense>
        {asking && (
          <RewordSheet
            stepId={step.id}
            writes={lead.writes}
            back={past?.back ?? false}
            onClose={() => setAsking(false)}
          />
        )}
      </Suspense>
    </div>
  );
}
