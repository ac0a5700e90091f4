'use client';

import { useState } from 'react';
import type { EventView } from '#server/views/event-view.ts';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { cx } from '../../_lib/cx.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import { eventTexts } from '../../_texts/events.ts';
import { Card } from '../ui/card.tsx';
import styles from './event-rows.module.css';
import { EventSheet } from './event-sheet.tsx';

/** The events that steps of the plan count from, each with its date, or the question for it. */
export function EventRows({ lead }: { lead: LeadDetail }) {
  const [asked, setAsked] = useState<EventView | null>(null);
  if (isClosed(lead.status) || lead.events.length === 0) return null;
  return (
    <div className={styles.rows}>
      <Card>
        <ul>
          {lead.events.map((one) => (
            <li key={one.event}>
              <EventRow event={one} onAsk={() => setAsked(one)} />
            </li>
          ))}
        </ul>
      </Card>
      {asked && <EventSheet leadId={lead.id} event={asked} onClose={() => setAsked(null)} />}
    </div>
  );
}

function EventRow({ event: { event, words, steps }, onAsk }: { event: EventView; onAsk: () => void }) {
  return (
    <button type="button" className={cx(styles.row, !words && styles.waiting)} onClick={onAsk}>
      <span className={styles.words}>
        {words ? eventTexts.dated(event, words) : eventTexts.question(event)}
      </span>
      <span className={styles.steps}>{words ? eventTexts.following(steps) : eventTexts.waiting(steps)}</span>
    </button>
  );
}
