'use client';

import type { LeadDetail } from '#server/views/lead-view.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { FollowTemplate } from './follow-template.tsx';
import { useDraftAgain } from './use-draft-again.ts';

/** No plan: drafting gave up, or nobody asked for one. */
export function PlanMissing({ lead, onWrite }: { lead: LeadDetail; onWrite: () => void }) {
  const { draft, busy } = useDraftAgain(lead.id);
  const failed = lead.planState === 'failed';
  return (
    <Empty
      title={failed ? 'The plan could not be drafted' : 'No plan yet'}
      text={
        failed
          ? 'Nothing is lost. Try again, or write the steps yourself.'
          : 'Have one drafted from what you know about this lead, or write the steps yourself.'
      }
    >
      <Button onClick={draft} disabled={busy}>
        {failed ? 'Try again' : 'Draft a plan'}
      </Button>
      <FollowTemplate lead={lead} />
      <Button look="soft" onClick={onWrite}>
        Write the steps myself
      </Button>
    </Empty>
  );
}
