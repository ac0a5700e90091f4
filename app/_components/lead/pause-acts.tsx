'use client';

import { useState } from 'react';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import { pauseTexts } from '../../_texts/pause.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/section.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './pause-acts.module.css';
import { PauseSheet } from './pause-sheet.tsx';
import { usePause } from './use-pause.ts';

/** The ways to let an open lead's plan rest: pause it, wait for something named, or the lead has replied. */
export function PauseActs({ lead }: { lead: LeadDetail }) {
  const [asked, setAsked] = useState<'paused' | 'waiting' | null>(null);
  const { pause, busy } = usePause(lead.id);
  const toast = useToast();
  if (isClosed(lead.status)) return null;

  async function replied(): Promise<void> {
    const refused = await pause({ reason: 'replied', waitingFor: null });
    if (refused) toast.warn(refused);
  }

  return (
    <Section title={pauseTexts.acts}>
      <div className={styles.acts}>
        {!lead.pause && (
          <Button look="soft" onClick={() => setAsked('paused')}>
            {pauseTexts.pause}
          </Button>
        )}
        <Button look="soft" onClick={() => setAsked('waiting')}>
          {pauseTexts.waiting}
        </Button>
        {lead.pause?.reason !== 'replied' && (
          <Button look="soft" disabled={busy} onClick={replied}>
            {pauseTexts.replied}
          </Button>
        )}
      </div>
      {asked && <PauseSheet lead={lead} reason={asked} onClose={() => setAsked(null)} />}
    </Section>
  );
}
