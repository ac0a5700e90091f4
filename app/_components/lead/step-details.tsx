'use client';

import { useState } from 'react';
import type { LeadPage } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import type { SettableStatus } from '../../_lib/use-step-acts.ts';
import { channelWords } from '../../_texts/templates.ts';
import { Chip } from '../ui/chip.tsx';
import { AnotherDraft } from './another-draft.tsx';
import { SendDraft } from './send-draft.tsx';
import { SentIt } from './sent-it.tsx';
import { StepButtons } from './step-buttons.tsx';
import styles from './step-details.module.css';

type Props = { step: StepView; lead: LeadPage; onSettle: (status: SettableStatus) => void };

/** The unfolded part of a step: why then, why at all, the draft, and what to do with it. */
export function StepDetails({ step, lead, onSettle }: Props) {
  // The draft was copied, or opened where it is sent from.
  const [handed, setHanded] = useState(false);
  const handOver = () => setHanded(true);
  return (
    <div className={styles.details}>
      {step.channel && (
        <p>
          <Chip tone="today">{channelWords[step.channel]}</Chip>
        </p>
      )}
      {step.why && <p className={styles.why}>{step.why}</p>}
      {step.status === 'open' && step.dueWhy && <p className={styles.hint}>Why then? {step.dueWhy}</p>}
      {step.draft && <blockquote className={styles.draft}>{step.draft}</blockquote>}
      <SendDraft step={step} lead={lead} onSend={handOver} />
      <SentIt
        asked={handed && step.status === 'open'}
        onYes={() => onSettle('done')}
        onNo={() => setHanded(false)}
      />
      <AnotherDraft step={step} lead={lead} />
      <StepButtons
        step={step}
        resting={isClosed(lead.status) || lead.pause !== null}
        onSettle={onSettle}
        onCopied={handOver}
      />
    </div>
  );
}
