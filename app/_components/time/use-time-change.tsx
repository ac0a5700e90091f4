'use client';

import { useState } from 'react';
import type { Keep } from '#server/plans/retime.ts';
import type { PreviewView } from '#server/views/time-preview.ts';
import { type ApiError, fetchJson } from '../../_lib/fetch-json.ts';
import type { TimeChangeInput } from '../../_lib/server/time-change.ts';
import { useSession } from '../../_lib/session-client.tsx';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { saveSettings } from '../../actions/settings.ts';
import { useToast } from '../ui/toast.tsx';
import { EffectSheet } from './effect-sheet.tsx';

type Wanted = { change: TimeChangeInput; keep: Keep };

/**
 * Changes the person's time. What moves is shown first, in `sheet`, and saved when the person says so; a change that
 * moves nothing is saved at once. `busy` while the server is asked.
 */
export function useTimeChange() {
  const { token } = useSession();
  const [asked, setAsked] = useState<(Wanted & { preview: PreviewView }) | null>(null);
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();

  async function save({ change, keep }: Wanted): Promise<void> {
    setAsked(null);
    const result = await act(saveSettings, { ...change, keep });
    if (result.ok) {
      haptic('success');
      toast.say(result.message);
    } else toast.warn(result.message);
    await refresh();
  }

  async function ask(wanted: Wanted): Promise<void> {
    const preview = await readPreview(token, wanted);
    if (preview.problem !== null) {
      haptic('error');
      toast.warn(preview.problem);
    } else if (preview.moves.length > 0) setAsked({ ...wanted, preview });
    else await save(wanted);
  }

  async function whileBusy(doing: Promise<void>): Promise<void> {
    setBusy(true);
    await doing;
    setBusy(false);
  }

  const request = (change: TimeChangeInput, keep: Keep = 'wall') => {
    haptic('tap');
    void whileBusy(ask({ change, keep }));
  };
  const sheet = asked && (
    <EffectSheet
      preview={asked.preview}
      keep={asked.change.timeZone === undefined ? null : asked.keep}
      onKeep={(keep) => request(asked.change, keep)}
      onSave={() => void whileBusy(save(asked))}
      onClose={() => setAsked(null)}
    />
  );
  return { request, busy, sheet };
}

function readPreview(token: string | null, { change, keep }: Wanted): Promise<PreviewView> {
  const query = new URLSearchParams({ change: JSON.stringify({ ...change, keep }) });
  const headers = { Authorization: `Bearer ${token}` };
  return fetchJson<PreviewView>(`/api/settings/preview?${query}`, { headers }).catch((error: ApiError) => ({
    ...{ problem: error.message, zones: null, moves: [] },
  }));
}
