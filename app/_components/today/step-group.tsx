import type { TodayStep } from '#server/views/lead-view.ts';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { StepRow } from './step-row.tsx';

/** A heading with its steps; nothing at all when there are none. */
export function StepGroup({ title, late, steps }: { title: string; late?: boolean; steps: TodayStep[] }) {
  if (steps.length === 0) return null;
  return (
    <Section title={title} late={late}>
      <Card>
        <ul>
          {steps.map((step) => (
            <StepRow key={step.id} step={step} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}
