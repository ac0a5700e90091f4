'use client';

import { useState } from 'react';
import type { ResumeView } from '#server/views/pause-view.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRead } from '../../_lib/use-read.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { useToldAct } from '../../_lib/use-told-act.ts';
import { pauseTexts } from '../../_texts/pause.ts';
import { resumeLead } from '../../actions/pause.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { MoveList } from '../ui/move-list.tsx';
import { Sheet } from '../ui/sheet.tsx';

/** The plan goes on, with the new dates shown first. A refusal stays in the sheet. */
export function ResumeSheet({ leadId, onClose }: { leadId: string; onClose: () => void }) {
  const { data, error } = useRead<ResumeView>(`/api/leads/${leadId}/resume`);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const tell = useToldAct();
  const refresh = useRefresh();
  const problem = refused ?? error?.message;

  async function resume(): Promise<void> {
    setBusy(true);
    const result = await act(resumeLead, { leadId });
    setBusy(false);
    if (!result.ok) return setRefused(result.message);
    haptic('success');
    tell(result);
    onClose();
    void refresh();
  }

  return (
    <Sheet title={pauseTexts.resumeTitle} text={data ? effectOf(data) : pauseTexts.looking} onClose={onClose}>
      {problem && <Alert>{problem}</Alert>}
      {data && <MoveList moves={data.moves} />}
      <Button disabled={busy || !data} onClick={resume}>
        {pauseTexts.resumeNow}
      </Button>
      <Button look="soft" onClick={onClose}>
        {pauseTexts.cancel}
      </Button>
    </Sheet>
  );
}

const effectOf = ({ moves, movedBy }: ResumeView) =>
  moves.length === 0 ? pauseTexts.nothing : pauseTexts.moves(moves.length, movedBy);
