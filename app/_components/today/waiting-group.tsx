import Link from 'next/link';
import type { WaitingView } from '#server/views/event-view.ts';
import { rememberList } from '../../_lib/way-back.ts';
import { waitingTexts } from '../../_texts/events.ts';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './waiting-group.module.css';

/** Leads with steps that wait for the date of an event; nothing at all when there are none. */
export function WaitingGroup({ waiting }: { waiting: WaitingView[] }) {
  if (waiting.length === 0) return null;
  return (
    <Section title={waitingTexts.title}>
      <Card>
        <ul>
          {waiting.map(({ leadId, leadName, company, event, steps }) => (
            <li key={`${leadId} ${event}`} className={styles.row}>
              <Link href={`/leads/${leadId}`} prefetch={false} onClick={rememberList} className={styles.link}>
                <span className={styles.what}>{waitingTexts.what(event, steps)}</span>
                <span className={styles.who}>{company ? `${leadName} · ${company}` : leadName}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Card>
    </Section>
  );
}
