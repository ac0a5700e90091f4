'use client';

import { useState } from 'react';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { isClosed } from '../../_lib/lead-words.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { useToldAct } from '../../_lib/use-told-act.ts';
import { restoreTexts } from '../../_texts/closing.ts';
import { restoreSteps } from '../../actions/leads.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';

/** On a lead that was closed and is open again: the way back for the steps that were cancelled with it. */
export function RestoreOffer({ lead }: { lead: LeadDetail }) {
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const toast = useToast();
  const tell = useToldAct();
  const refresh = useRefresh();
  if (isClosed(lead.status) || lead.cancelled === 0) return null;

  async function restore(): Promise<void> {
    setBusy(true);
    haptic('tap');
    const result = await act(restoreSteps, { leadId: lead.id });
    if (result.ok) tell(result);
    else toast.warn(result.message);
    await refresh();
    setBusy(false);
  }

  return (
    <Notice label={restoreTexts.label}>
      <p>{restoreTexts.offer(lead.cancelled)}</p>
      <Button look="soft" disabled={busy} onClick={restore}>
        {restoreTexts.action(lead.cancelled)}
      </Button>
    </Notice>
  );
}
