'use client';

import { useState } from 'react';
import type { LeadStatus } from '#server/leads/status.ts';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { leadStatuses, statusWords } from '../../_lib/lead-words.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { useToldAct } from '../../_lib/use-told-act.ts';
import { setLeadStatus } from '../../actions/leads.ts';
import { useToast } from '../ui/toast.tsx';
import styles from './status-select.module.css';

/** The lead's status as a chip that opens the device's own chooser. */
export function StatusSelect({ lead }: { lead: LeadDetail }) {
  // What was chosen, until the server has answered.
  const [chosen, setChosen] = useState<LeadStatus | null>(null);
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  const tell = useToldAct();

  async function choose(status: LeadStatus): Promise<void> {
    setChosen(status);
    haptic('tap');
    const result = await act(setLeadStatus, { leadId: lead.id, status });
    if (result.ok) tell(result);
    else toast.warn(result.message);
    await refresh();
    setChosen(null);
  }

  return (
    <label className={styles.status}>
      <span className="visually-hidden">Status</span>
      <select
        className={styles.select}
        value={chosen ?? lead.status}
        onChange={(event) => choose(event.target.value as LeadStatus)}
      >
        {leadStatuses.map((status) => (
          <option key={status} value={status}>
            {statusWords[status]}
          </option>
        ))}
      </select>
    </label>
  );
}
