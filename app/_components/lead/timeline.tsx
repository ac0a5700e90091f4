'use client';

import { useState } from 'react';
import type { LeadPage } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { type SettableStatus, useStepActs } from '../../_lib/use-step-acts.ts';
import { Card } from '../ui/card.tsx';
import { TimelineStep } from './timeline-step.tsx';

/** The steps in their order, one of them unfolded: the one asked for, else the next open one. */
export function Timeline({ lead, askedStepId }: { lead: LeadPage; askedStepId: string | null }) {
  // undefined: the person has not chosen; null: they folded everything.
  const [chosen, setChosen] = useState<string | null | undefined>(askedStepId ?? undefined);
  const unfolded = chosen === undefined ? lead.next?.stepId : chosen;
  const { setStatus } = useStepActs();

  function settle(step: StepView, status: SettableStatus): void {
    // Once this one is settled, the next step is what matters.
    setChosen(undefined);
    void setStatus(step, status);
  }

  return (
    <Card>
      <ol>
        {lead.steps.map((step) => (
          <TimelineStep
            key={step.id}
            step={step}
            lead={lead}
            unfolded={step.id === unfolded}
            asked={step.id === askedStepId}
            onFold={() => setChosen(step.id === unfolded ? null : step.id)}
            onSettle={(status) => settle(step, status)}
          />
        ))}
      </ol>
    </Card>
  );
}
