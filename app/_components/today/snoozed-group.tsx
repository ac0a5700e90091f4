'use client';

import Link from 'next/link';
import type { SnoozedStep } from '#server/views/snoozed.ts';
import { useSnooze } from '../../_lib/use-snooze.ts';
import { rememberList } from '../../_lib/way-back.ts';
import { snoozedTexts } from '../../_texts/snooze.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './snoozed-group.module.css';

/** What is put off and until when, the next to come back first; nothing at all while there is none. */
export function SnoozedGroup({ steps }: { steps: SnoozedStep[] }) {
  const { wake } = useSnooze();
  if (steps.length === 0) return null;
  return (
    <Section title={snoozedTexts.title}>
      <Card>
        <ul>
          {steps.map(({ stepId, leadId, title, leadName, company, until }) => (
            <li key={stepId} className={styles.row}>
              <Link
                href={`/leads/${leadId}?step=${stepId}`}
                prefetch={false}
                onClick={rememberList}
                className={styles.link}
              >
                <span className={styles.title}>{title}</span>
                <span className={styles.who}>{company ? `${leadName} · ${company}` : leadName}</span>
                <span className={styles.until}>{snoozedTexts.until(until)}</span>
              </Link>
              <Button look="link" aria-label={snoozedTexts.wakeLabel(title)} onClick={() => wake(stepId)}>
                {snoozedTexts.wake}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
