'use client';

import { useState } from 'react';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { draftAgain } from '../../actions/leads.ts';
import { useToast } from '../ui/toast.tsx';

/** Asks the worker for a new draft of the plan. */
export function useDraftAgain(leadId: string) {
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  async function draft(): Promise<void> {
    setBusy(true);
    const result = await act(draftAgain, { leadId });
    if (!result.ok) toast.warn(result.message);
    await refresh();
    setBusy(false);
  }
  return { draft, busy };
}
