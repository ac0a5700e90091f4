'use client';

import { useState } from 'react';
import { templateForm } from '../../_texts/templates.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { maxSteps, type StepFields, type TemplateFields, withMoved, withStep } from './template-fields.ts';
import styles from './template-form.module.css';
import { TemplateStep } from './template-step.tsx';

type Props = { fields: TemplateFields; onChange: (fields: TemplateFields) => void };

/** The steps of a template in its form, one of them unfolded. */
export function TemplateSteps({ fields, onChange }: Props) {
  const { steps } = fields;
  const [openId, setOpenId] = useState(steps.length === 1 ? steps[0]?.id : undefined);

  function change(place: number, step: StepFields): void {
    onChange({ ...fields, steps: steps.with(place, step) });
  }
  function add(): void {
    const next = withStep(fields);
    setOpenId(next.steps.at(-1)?.id);
    onChange(next);
  }

  return (
    <Section title={templateForm.steps}>
      <Card>
        <ol>
          {steps.map((step, place) => (
            <TemplateStep
              key={step.id}
              step={step}
              place={place}
              count={steps.length}
              open={step.id === openId}
              onOpen={() => setOpenId(step.id === openId ? undefined : step.id)}
              onChange={(changed) => change(place, changed)}
              onMove={(to) => onChange(withMoved(fields, place, to))}
              onRemove={() => onChange({ ...fields, steps: steps.toSpliced(place, 1) })}
            />
          ))}
        </ol>
      </Card>
      {steps.length < maxSteps && (
        <Button look="soft" className={styles.add} onClick={add}>
          {templateForm.addStep}
        </Button>
      )}
    </Section>
  );
}
