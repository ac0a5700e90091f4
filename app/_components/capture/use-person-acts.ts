'use client';

import { useState } from 'react';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { haptic, hideScreenKeyboard } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { editPerson, markNew, mergePerson, savePerson } from '../../actions/captures.ts';
import type { LeadFields } from '../form/fields.ts';
import { useToast } from '../ui/toast.tsx';
import type { PersonFormProps } from './person-form.tsx';

type Told = { message: string };
export type PersonActs = ReturnType<typeof usePersonActs>;

/** All that can be decided about somebody on a card, once at a time; `typed` is null while nothing was changed. */
export function usePersonActs(
  {
    capture,
    person,
    onBack,
    onDecided,
  }: Pick<PersonFormProps, 'capture' | 'person' | 'onBack' | 'onDecided'>,
  typed: LeadFields | null,
) {
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const at = { captureId: capture.id, place: person.place };

  async function run<T extends Told>(send: () => Promise<ActionResult<T>>, done: (result: T) => void) {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    hideScreenKeyboard();
    const result = await send();
    if (result.ok) {
      haptic('success');
      toast.say(result.message);
      done(result);
    } else setProblem(result.message);
    // Before the next tap: after "somebody new" the main button no longer merges; a refusal may show an old card.
    await refresh();
    setBusy(false);
  }
  const decided = ({ leadId }: { leadId: string }) => onDecided(leadId);

  return {
    busy,
    problem,
    save: (withPlan: boolean) => run(() => act(savePerson, { ...at, person: typed, withPlan }), decided),
    merge: (leadId: string) => run(() => act(mergePerson, { ...at, person: typed, leadId }), decided),
    isNew: () =>
      run(
        () => act(markNew, at),
        () => undefined,
      ),
    keep: () => typed && run(() => act(editPerson, { ...at, person: typed }), onBack),
    refuse: (send: () => Promise<ActionResult<Told>>) => run(send, () => onDecided(null)),
  };
}
