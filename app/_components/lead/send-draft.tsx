'use client';

import type { LeadDetail } from '#server/views/lead-view.ts';
import type { StepView } from '#server/views/step-view.ts';
import { sendTexts } from '../../_texts/steps.ts';
import { TelegramLink } from '../ui/telegram-link.tsx';
import styles from './step-details.module.css';
import { mailLink, telegramDraftLink } from './telegram-handle.ts';

type Props = { step: StepView; lead: LeadDetail; onSend: () => void };

/** Opens the place where the draft is sent from, with the draft in it; nothing for what is said and not written. */
export function SendDraft({ step, lead, onSend }: Props) {
  const { channel, draft } = step;
  const said = channel === 'call' || channel === 'meeting' || channel === 'other';
  if (!draft || said || step.status !== 'open') return null;
  if (channel === 'email' && lead.email) {
    return (
      <a href={mailLink(lead.email, draft)} className={styles.chat} onClick={onSend}>
        {sendTexts.mail}
      </a>
    );
  }
  const chat = lead.telegram ? telegramDraftLink(lead.telegram, draft) : null;
  return (
    chat && (
      <TelegramLink href={chat} className={styles.chat} onOpen={onSend}>
        {sendTexts.telegram}
      </TelegramLink>
    )
  );
}
