'use client';

import { useState } from 'react';
import { useToast } from '../_components/ui/toast.tsx';
import type { ActionResult } from './server/user-action.ts';
import { haptic } from './telegram.ts';
import { useRefresh } from './use-refresh.ts';

type Send = (on: boolean) => Promise<ActionResult<{ message: string }>>;

/** Something that is on or off and saved as it is tapped: what was chosen shows at once, a refusal puts it back. */
export function useSwitch(saved: boolean, send: Send): [on: boolean, save: (on: boolean) => Promise<void>] {
  const toast = useToast();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<boolean | null>(null);

  async function save(on: boolean): Promise<void> {
    setChosen(on);
    const result = await send(on);
    if (result.ok) {
      haptic('success');
      toast.say(result.message);
    } else toast.warn(result.message);
    await refresh();
    setChosen(null);
  }

  return [chosen ?? saved, save];
}
