'use client';

import { useSWRConfig } from 'swr';
import type { LeadDetail } from '#server/views/lead-view.ts';
import type { ProposalView } from '#server/views/proposal-view.ts';
import { useToast } from '../_components/ui/toast.tsx';
import { acceptChange, refuseChange } from '../actions/proposals.ts';
import { leadWithChoice } from './proposal-views.ts';
import { haptic } from './telegram.ts';
import { useAct } from './use-act.ts';
import { useRefresh } from './use-refresh.ts';
import { useToldAct } from './use-told-act.ts';

export type Choice = 'accepted' | 'refused';

/** Accepts or refuses a proposed change, or all that are open. It shows at once, and rolls back when refused. */
export function useProposal({ id: proposalId, lead }: ProposalView) {
  const { mutate } = useSWRConfig();
  const act = useAct();
  const toast = useToast();
  const tell = useToldAct();
  const refresh = useRefresh();

  async function choose(choice: Choice, changeId: number | null): Promise<void> {
    haptic(choice === 'accepted' ? 'success' : 'tap');
    const action = choice === 'accepted' ? acceptChange : refuseChange;
    const answer = act(action, { proposalId, changeId });
    const accepted = answer.then((result): undefined => {
      if (!result.ok) throw new Error(result.message);
    });
    void mutate<LeadDetail | undefined>(`/api/leads/${lead.id}`, accepted, {
      optimisticData: (view) => view && leadWithChoice(view, choice, changeId),
      populateCache: false,
      rollbackOnError: true,
      throwOnError: false,
    });
    const result = await answer;
    if (!result.ok) toast.warn(result.message);
    else tell(result);
    void refresh();
  }

  return { choose };
}
