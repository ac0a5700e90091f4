'use client';

import type { LeadDetail } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import type { SettableStatus } from '../../_lib/use-step-acts.ts';
import { TelegramLink } from '../ui/telegram-link.tsx';
import { StepButtons } from './step-buttons.tsx';
import styles from './step-details.module.css';
import { telegramDraftLink } from './telegram-handle.ts';

type Props = { step: StepView; lead: LeadDetail; onSettle: (status: SettableStatus) => void };

/** The unfolded part of a step: why then, why at all, the draft, and what to do with it. */
export function StepDetails({ step, lead, onSettle }: Props) {
  const { telegram } = lead;
  const chat =
    telegram && step.draft && step.status === 'open' ? telegramDraftLink(telegram, step.draft) : null;
  return (
    <div className={styles.details}>
      {step.why && <p className={styles.why}>{step.why}</p>}
      {step.status === 'open' && step.dueWhy && <p className={styles.hint}>Why then? {step.dueWhy}</p>}
      {step.draft && <blockquote className={styles.draft}>{step.draft}</blockquote>}
      {chat && (
        <TelegramLink href={chat} className={styles.chat}>
          Write it in Telegram
        </TelegramLink>
      )}
      <StepButtons step={step} resting={isClosed(lead.status) || lead.pause !== null} onSettle={onSettle} />
    </div>
  );
}
