'use client';

import { useEffect, useId, useRef } from 'react';
import type { LeadPage } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { cx } from '../../_lib/cx.ts';
import type { SettableStatus } from '../../_lib/use-step-acts.ts';
import { Check } from '../ui/check.tsx';
import { StepDetails } from './step-details.tsx';
import { StepWhen } from './step-when.tsx';
import styles from './timeline-step.module.css';

type Props = {
  step: StepView;
  lead: LeadPage;
  unfolded: boolean;
  /** Whether the lead was opened for this step: then it is scrolled to and stands out for a moment. */
  asked: boolean;
  onFold: () => void;
  onSettle: (status: SettableStatus) => void;
};

export function TimelineStep({ step, lead, unfolded, asked, onFold, onSettle }: Props) {
  const row = useRef<HTMLLIElement>(null);
  const detailsId = useId();
  const open = step.status === 'open';
  useEffect(() => {
    if (asked) row.current?.scrollIntoView({ block: 'center' });
  }, [asked]);
  return (
    <li ref={row} className={cx(styles.step, unfolded && styles.unfolded, asked && styles.asked)}>
      <Check
        status={step.status}
        label={step.title}
        accent={unfolded}
        onToggle={() => onSettle(open ? 'done' : 'open')}
      />
      <div className={styles.words}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={unfolded}
          aria-controls={detailsId}
          onClick={onFold}
        >
          <span className={cx(styles.title, !open && styles.settled)}>{step.title}</span>
          <StepWhen step={step} unfolded={unfolded} />
        </button>
        <div id={detailsId} hidden={!unfolded}>
          {unfolded && <StepDetails step={step} lead={lead} onSettle={onSettle} />}
        </div>
      </div>
    </li>
  );
}
