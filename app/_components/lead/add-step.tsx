'use client';

import { useState } from 'react';
import { useAct } from '../../_lib/use-act.ts';
import { addStep } from '../../actions/steps.ts';
import { Field } from '../form/field.tsx';
import { Card } from '../ui/card.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './add-step.module.css';
import { StepForm } from './step-form.tsx';

/** The form for a new step: when it is due can be said in words or picked. */
export function AddStep({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const [title, setTitle] = useState('');
  const [timing, setTiming] = useState('');
  const [dueLocal, setDueLocal] = useState('');
  const [draft, setDraft] = useState('');
  const act = useAct();
  const toast = useToast();
  return (
    <div className={styles.card}>
      <Card>
        <StepForm
          submitText="Add step"
          ready={title.trim() !== ''}
          dirty={[title, timing, dueLocal, draft].some((text) => text !== '')}
          send={() => act(addStep, { leadId, title, draft, timing, dueLocal: dueLocal || null })}
          onSaved={({ message }) => toast.say(message)}
          onClose={onClose}
        >
          <Field
            label="New step"
            focused
            required
            maxLength={200}
            placeholder="Send the offer"
            value={title}
            onChange={setTitle}
          />
          <Field
            label="When, in words"
            maxLength={200}
            placeholder="in 3 days"
            value={timing}
            onChange={setTiming}
          />
          <Field label="Or on a date" type="datetime-local" value={dueLocal} onChange={setDueLocal} />
          <Field label="Draft message" lines={3} maxLength={10_000} value={draft} onChange={setDraft} />
        </StepForm>
      </Card>
    </div>
  );
}
