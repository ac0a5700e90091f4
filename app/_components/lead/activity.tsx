'use client';

import { lazy, Suspense, useState } from 'react';
import type { ActivityView, LeadPage } from '#server/views/lead-view.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import styles from './activity.module.css';
import { activityWords } from './activity-words.ts';

// Fetched when it is asked for, as every form on this screen.
const NoteForm = lazy(() => import('./note-form.tsx').then((module) => ({ default: module.NoteForm })));

/** What happened, the latest first, and the place to write a note. */
export function Activity({ lead }: { lead: LeadPage }) {
  const [writing, setWriting] = useState(false);
  const addNote = !writing && (
    <Button look="link" onClick={() => setWriting(true)}>
      Add note
    </Button>
  );
  return (
    <Section title="Activity" action={addNote}>
      <Card>
        <Suspense>{writing && <NoteForm lead={lead} onClose={() => setWriting(false)} />}</Suspense>
        {!writing && lead.activities.length === 0 && <p className={styles.none}>Nothing yet.</p>}
        <ul>
          {lead.activities.map((activity) => (
            <Entry key={activity.id} activity={activity} />
          ))}
        </ul>
      </Card>
    </Section>
  );
}

function Entry({ activity }: { activity: ActivityView }) {
  return (
    <li className={styles.entry}>
      <p className={styles.text}>{activityWords(activity)}</p>
      <p className={styles.when}>{activity.kind === 'note' ? `You, ${activity.when}` : activity.when}</p>
    </li>
  );
}
