'use client';

import Link from 'next/link';
import type { TodayStep } from '#server/views/lead-view.ts';
import { cx } from '../../_lib/cx.ts';
import { useStepActs } from '../../_lib/use-step-acts.ts';
import { rememberList } from '../../_lib/way-back.ts';
import { Check } from '../ui/check.tsx';
import { Chip } from '../ui/chip.tsx';
import styles from './step-row.module.css';

/** A step among those of all leads: tick it here, or tap it to open the lead at this step. */
export function StepRow({ step }: { step: TodayStep }) {
  const { setStatus } = useStepActs();
  const open = step.status === 'open';
  const who = step.company ? `${step.leadName} · ${step.company}` : step.leadName;
  return (
    <li className={styles.row}>
      <Check
        status={step.status}
        label={`${step.title}, ${step.leadName}`}
        onToggle={() => setStatus(step, open ? 'done' : 'open')}
      />
      <Link
        href={`/leads/${step.leadId}?step=${step.id}`}
        prefetch={false}
        onClick={rememberList}
        className={styles.link}
      >
        <span className={styles.line}>
          <span className={cx(styles.title, !open && styles.settled)}>{step.title}</span>
          {open && <Chip tone={step.due.tone}>{step.due.short}</Chip>}
        </span>
        <span className={styles.who}>{who}</span>
      </Link>
    </li>
  );
}
