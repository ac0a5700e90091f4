'use client';

import { lazy, Suspense, useState } from 'react';
import type { LeadPage } from '#server/views/lead-view.ts';
import { hasBackButton } from '../../_lib/telegram.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useRead } from '../../_lib/use-read.ts';
import { useWayBack } from '../../_lib/way-back.ts';
import { Screen } from '../shell/screen.tsx';
import { Button } from '../ui/button.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { LeadMissing } from './lead-missing.tsx';
import { LeadRead } from './lead-read.tsx';
import { LeadSkeleton } from './lead-skeleton.tsx';

// Most visits change nothing, so the form is fetched when it is asked for.
const EditLead = lazy(() => import('./edit-lead.tsx').then((module) => ({ default: module.EditLead })));

type Props = { leadId: string; askedStepId: string | null };

/** One lead and its plan. `askedStepId` is the step a reminder was about. */
export function LeadScreen({ leadId, askedStepId }: Props) {
  const { data, error, mutate } = useRead<LeadPage>(`/api/leads/${leadId}`, {
    // The worker answers within a second or two; the plan should appear as it is ready.
    refreshInterval: (lead) => (lead?.work ? 1000 : 3000),
  });
  const [editing, setEditing] = useState(false);
  // Forgotten once something is edited: coming back from that, nobody wants to be taken to that step again.
  const [asked, setAsked] = useState(askedStepId);
  const forgetAsked = () => setAsked(null);
  function edit(): void {
    forgetAsked();
    setEditing(true);
  }
  const goBack = useWayBack();
  useBackButton(goBack);

  if (error?.reason === 'not-found' || error?.reason === 'invalid') return <LeadMissing />;
  if (data && editing) {
    return (
      <Suspense
        fallback={
          <Screen title="Edit lead">
            <SkeletonRows count={3} words="Opening the form" />
          </Screen>
        }
      >
        <EditLead lead={data} onClose={() => setEditing(false)} />
      </Suspense>
    );
  }
  return (
    <Screen>
      {data && !hasBackButton() && (
        <Button look="link" onClick={goBack}>
          ‹ Back
        </Button>
      )}
      {data && <LeadRead lead={data} askedStepId={asked} onEdit={edit} onEditPlan={forgetAsked} />}
      {!data && !error && <LeadSkeleton />}
      {!data && error && <ReadProblem error={error} onRetry={() => mutate()} />}
    </Screen>
  );
}
