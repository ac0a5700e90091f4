'use client';

import { useState } from 'react';
import type { StepView } from '#server/views/step-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useToldAct } from '../../_lib/use-told-act.ts';
import { editStep } from '../../actions/steps.ts';
import { Field } from '../form/field.tsx';
import { StepForm } from './step-form.tsx';

/** The form for a step that is in the plan. Its fields start from the step and are not touched by later refreshes. */
export function EditStep({ step, onClose }: { step: StepView; onClose: () => void }) {
  const [title, setTitle] = useState(step.title);
  const [draft, setDraft] = useState(step.draft);
  // What the person saw as the form opened: only another date than that is a change.
  const [shown] = useState(step.due?.local ?? '');
  const [dueLocal, setDueLocal] = useState(shown);
  const act = useAct();
  const tell = useToldAct();
  const dirty = title !== step.title || draft !== step.draft || dueLocal !== shown;
  return (
    <StepForm
      submitText="Save step"
      ready={title.trim() !== '' && (dueLocal !== '' || shown === '')}
      dirty={dirty}
      send={() =>
        act(editStep, { stepId: step.id, title, draft, dueLocal: dueLocal === shown ? null : dueLocal })
      }
      onSaved={(result) => tell(result)}
      onClose={onClose}
    >
      <Field label="Step" focused required maxLength={200} value={title} onChange={setTitle} />
      <Field
        label="Due"
        type="datetime-local"
        required={shown !== ''}
        value={dueLocal}
        onChange={setDueLocal}
      />
      <Field label="Draft message" lines={4} maxLength={10_000} value={draft} onChange={setDraft} />
    </StepForm>
  );
}
