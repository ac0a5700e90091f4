'use client';

import type { DeletedLead } from '#server/views/settings-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { binTexts } from '../../_texts/bin.ts';
import { restoreLead } from '../../actions/leads.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './deleted-leads.module.css';

/** The leads in the bin, each with the way back. Nothing is shown while it is empty. */
export function DeletedLeads({ leads }: { leads: DeletedLead[] }) {
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();

  async function restore(leadId: string): Promise<void> {
    const result = await act(restoreLead, { leadId });
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    void refresh();
  }

  if (leads.length === 0) return null;
  return (
    <Section title={binTexts.title}>
      <Card>
        <ul>
          {leads.map(({ leadId, name, deleted }) => (
            <li key={leadId} className={styles.row}>
              <span className={styles.words}>
                <span className={styles.name}>{name}</span>
                <span className={styles.when}>{binTexts.deleted(deleted)}</span>
              </span>
              <Button look="soft" aria-label={binTexts.restoreLabel(name)} onClick={() => restore(leadId)}>
                {binTexts.restore}
              </Button>
            </li>
          ))}
        </ul>
      </Card>
      <p className={styles.hint}>{binTexts.hint}</p>
    </Section>
  );
}
