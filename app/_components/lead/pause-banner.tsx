'use client';

import { useState } from 'react';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import { pauseTexts, pauseWords } from '../../_texts/pause.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { ResumeSheet } from './resume-sheet.tsx';

/** Says that the plan rests, why and until when, with the way on; nothing while it runs. */
export function PauseBanner({ lead }: { lead: LeadDetail }) {
  const [resuming, setResuming] = useState(false);
  if (!lead.pause || isClosed(lead.status)) return null;
  return (
    <Notice label={pauseTexts.banner}>
      <p>{pauseWords(lead.pause)}</p>
      <Button look="soft" onClick={() => setResuming(true)}>
        {pauseTexts.resume}
      </Button>
      {resuming && <ResumeSheet leadId={lead.id} onClose={() => setResuming(false)} />}
    </Notice>
  );
}
