'use client';

import { useState } from 'react';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { useToldAct } from '../../_lib/use-told-act.ts';
import { pauseLead } from '../../actions/pause.ts';

type Wanted =
  | { reason: 'replied'; waitingFor: null }
  | { reason: 'paused'; waitingFor: null; wakeLocal: string | null }
  | { reason: 'waiting'; waitingFor: string; wakeLocal: string | null };

/** Lets a lead's plan rest, and says so with Undo. Resolves to what was refused, in words; null when nothing was. */
export function usePause(leadId: string) {
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const tell = useToldAct();
  const refresh = useRefresh();

  async function pause(wanted: Wanted): Promise<string | null> {
    setBusy(true);
    haptic('tap');
    const result = await act(pauseLead, { leadId, ...wanted });
    setBusy(false);
    if (!result.ok) return result.message;
    tell(result);
    void refresh();
    return null;
  }

  return { pause, busy };
}
