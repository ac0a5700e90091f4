'use client';

import { lazy, Suspense, useState } from 'react';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { draftAgainWords } from '../../_texts/pause.ts';
import { followTexts } from '../../_texts/templates.ts';
import { followTemplate } from '../../actions/templates.ts';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useToast } from '../ui/toast.tsx';

// Few plans are chosen by hand, so the list is fetched when it is asked for.
const TemplateSheet = lazy(() =>
  import('./template-sheet.tsx').then((module) => ({ default: module.TemplateSheet })),
);

type Props = { lead: LeadDetail; onDrafting?: () => void };

/** Has the plan made from a template that is chosen from a list; where there are open steps, it asks first. */
export function FollowTemplate({ lead, onDrafting }: Props) {
  const [choosing, setChoosing] = useState(false);
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();

  async function follow(key: string): Promise<void> {
    setChoosing(false);
    const question = {
      title: followTexts.confirmTitle,
      message: draftAgainWords(lead.pause !== null),
      action: followTexts.action,
    };
    if (lead.steps.some(({ status }) => status === 'open') && !(await confirm(question))) return;
    setBusy(true);
    const result = await act(followTemplate, { leadId: lead.id, key });
    if (!result.ok) toast.warn(result.message);
    await refresh();
    setBusy(false);
    if (result.ok) onDrafting?.();
  }

  return (
    <>
      <Button look="soft" onClick={() => setChoosing(true)} disabled={busy}>
        {followTexts.button}
      </Button>
      {choosing && (
        <Suspense>
          <TemplateSheet onChoose={follow} onClose={() => setChoosing(false)} />
        </Suspense>
      )}
    </>
  );
}
