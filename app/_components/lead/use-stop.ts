'use client';

import { useState } from 'react';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { cancelDraft } from '../../actions/leads.ts';
import { useToast } from '../ui/toast.tsx';

/** Stops what is being written for a lead; the plan stays as it is. */
export function useStop(leadId: string) {
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  async function stop(): Promise<void> {
    setBusy(true);
    const result = await act(cancelDraft, { leadId });
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    await refresh();
    setBusy(false);
  }
  return { stop, busy };
}
