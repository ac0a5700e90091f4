'use client';

import { useRouter } from 'next/navigation';
import { useSWRConfig } from 'swr';
import type { LeadPage } from '#server/views/lead-view.ts';
import { copyText, haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { deleteTexts } from '../../_texts/bin.ts';
import { deleteLead, restoreLead } from '../../actions/leads.ts';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './lead-acts.module.css';

/** What is done to a lead as a whole. */
export function LeadActs({ lead }: { lead: LeadPage }) {
  const router = useRouter();
  const act = useAct();
  const confirm = useConfirm();
  const toast = useToast();
  const { mutate } = useSWRConfig();

  async function remove(): Promise<void> {
    const yes = await confirm({
      title: deleteTexts.title,
      message: deleteTexts.message(lead.name.slice(0, 80)),
      action: deleteTexts.action,
    });
    if (!yes) return;
    const result = await act(deleteLead, { leadId: lead.id });
    if (!result.ok) return toast.warn(result.message);
    toast.say(deleteTexts.done, restore);
    router.replace('/leads');
    void mutate((key) => key !== `/api/leads/${lead.id}`);
  }

  async function restore(): Promise<void> {
    const result = await act(restoreLead, { leadId: lead.id });
    if (!result.ok) return toast.warn(result.message);
    toast.say(result.message);
    router.push(`/leads/${lead.id}`);
    void mutate(() => true);
  }

  async function copyLink(): Promise<void> {
    await copyText(lead.link);
    haptic('success');
    toast.say('Link copied: it opens this lead from anywhere, for you');
  }

  return (
    <div className={styles.acts}>
      <Button look="soft" onClick={copyLink}>
        Copy link
      </Button>
      <Button look="danger" onClick={remove}>
        Delete lead
      </Button>
    </div>
  );
}
