import type { ReactNode } from 'react';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { TelegramLink } from '../ui/telegram-link.tsx';
import styles from './contact.module.css';
import { telegramHandle } from './telegram-handle.ts';

/** How to reach this person and what is known about them. */
export function Contact({ lead, onEdit }: { lead: LeadDetail; onEdit: () => void }) {
  const { telegram, email, phone, source, notes } = lead;
  const empty = !telegram && !email && !phone && !source && !notes;
  return (
    <Section
      title="About"
      action={
        <Button look="link" onClick={onEdit} aria-label="Edit lead">
          Edit
        </Button>
      }
    >
      <Card padded>
        {empty && <p className={styles.hint}>No contact data or notes yet.</p>}
        <dl className={styles.list}>
          {telegram && <Entry name="Telegram">{telegramLink(telegram)}</Entry>}
          {email && (
            <Entry name="E-mail">
              <a href={`mailto:${encodeURI(email)}`}>{email}</a>
            </Entry>
          )}
          {phone && (
            <Entry name="Phone">
              <a href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}>{phone}</a>
            </Entry>
          )}
          {source && <Entry name="Met">{source}</Entry>}
        </dl>
        {notes && <p className={styles.notes}>{notes}</p>}
      </Card>
    </Section>
  );
}

function Entry({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.entry}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function telegramLink(written: string): ReactNode {
  const handle = telegramHandle(written);
  return handle ? <TelegramLink href={`https://t.me/${handle}`}>@{handle}</TelegramLink> : written;
}
