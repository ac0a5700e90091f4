'use client';

import { lazy, Suspense, useState } from 'react';
import type { LeadPage } from '#server/views/lead-view.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Drafting } from './drafting.tsx';
import { EventRows } from './event-rows.tsx';
import { PlanMissing } from './plan-missing.tsx';
import { PlanSource } from './plan-source.tsx';
import { Timeline } from './timeline.tsx';

// Most visits follow a plan that is there, so the editor is fetched when it is asked for.
const PlanEditor = lazy(() => import('./plan-editor.tsx').then((module) => ({ default: module.PlanEditor })));

type Props = { lead: LeadPage; askedStepId: string | null; onEdit: () => void };

/** The plan in whichever state it is: being drafted, missing, there to be followed, or being edited. */
export function Plan({ lead, askedStepId, onEdit }: Props) {
  const [editing, setEditing] = useState(false);
  // The id of the step whose form is open, or 'new'. While one is open its own buttons are the only way on.
  const [form, setForm] = useState<string | null>(null);
  const drafting = lead.planState === 'drafting';
  const hasSteps = lead.steps.length > 0;
  const title = lead.plan?.title ? `Plan · ${lead.plan.title}` : 'Plan';

  if (editing && !drafting) {
    return (
      <Section title={title} action={!form && <EditToggle editing onClick={() => setEditing(false)} />}>
        <Suspense fallback={<SkeletonRows count={lead.steps.length} words="Opening the editor" />}>
          <PlanEditor lead={lead} form={form} onForm={setForm} onClose={() => setEditing(false)} />
        </Suspense>
      </Section>
    );
  }
  function edit(openForm: 'new' | null): void {
    setForm(openForm);
    setEditing(true);
    onEdit();
  }
  const canEdit = hasSteps && !drafting;
  return (
    <Section title={title} action={canEdit && <EditToggle editing={false} onClick={() => edit(null)} />}>
      <PlanSource lead={lead} />
      {hasSteps && <EventRows lead={lead} />}
      {hasSteps && <Timeline lead={lead} askedStepId={askedStepId} />}
      {drafting && <Drafting lead={lead} />}
      {!drafting && (!hasSteps || lead.planState === 'failed') && (
        <PlanMissing lead={lead} onWrite={() => edit('new')} />
      )}
    </Section>
  );
}

function EditToggle({ editing, onClick }: { editing: boolean; onClick: () => void }) {
  return (
    <Button look="link" onClick={onClick} aria-label={editing ? 'Finish editing the plan' : 'Edit the plan'}>
      {editing ? 'Finish' : 'Edit'}
    </Button>
  );
}
