'use client';

import { useState } from 'react';
import type { AwayPreview } from '#server/views/away-view.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRead } from '../../_lib/use-read.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { awayTexts } from '../../_texts/away.ts';
import { endAway, setAway } from '../../actions/away.ts';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { MoveList } from '../ui/move-list.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useToast } from '../ui/toast.tsx';

type Props = { period: { from: string; until: string } | null; onClose: () => void };

/** What an absence moves, or its end (`period` null), before it is saved. */
export function AwaySheet({ period, onClose }: Props) {
  const query = period ? `?${new URLSearchParams(period)}` : '';
  const { data, error } = useRead<AwayPreview>(`/api/away${query}`);
  const [refused, setRefused] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  const problem = refused ?? data?.problem ?? error?.message;

  async function save(): Promise<void> {
    setBusy(true);
    const result = await (period ? act(setAway, period) : act(endAway, {}));
    setBusy(false);
    if (!result.ok) return setRefused(result.message);
    haptic('success');
    toast.say(result.message);
    onClose();
    void refresh();
  }

  return (
    <Sheet title={period ? awayTexts.sheet : awayTexts.sheetEnd} text={effectOf(data)} onClose={onClose}>
      {problem && <Alert>{problem}</Alert>}
      {data && <MoveList moves={data.moves} />}
      <Button disabled={busy || !data || data.problem !== null} onClick={save}>
        {awayTexts.save}
      </Button>
      <Button look="soft" onClick={onClose}>
        {awayTexts.cancel}
      </Button>
    </Sheet>
  );
}

function effectOf(preview: AwayPreview | undefined): string | undefined {
  if (!preview) return awayTexts.looking;
  if (preview.problem !== null) return undefined;
  return preview.moves.length === 0 ? awayTexts.nothing : awayTexts.moves(preview.moves.length);
}
