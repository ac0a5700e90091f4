'use client';

import type { TodayStep } from '#server/views/lead-view.ts';
import { useSession } from '../../_lib/session-client.tsx';
import { NoteLink } from '../shell/note-link.tsx';
import { Empty } from '../ui/empty.tsx';

/** For a person without a single lead. */
export function Welcome() {
  const { session } = useSession();
  const name = session.state === 'ready' ? `, ${session.firstName}` : '';
  return (
    <Empty
      title={`Welcome${name}`}
      text="Add someone you want to follow up with. You get a plan of dated steps with drafts, and a reminder in the chat when each is due."
    >
      <NoteLink href="/leads/new">Add your first lead</NoteLink>
    </Empty>
  );
}

/** For a day without work: what is next, if anything is. */
export function NothingDue({ next }: { next: TodayStep | null }) {
  if (!next) {
    return (
      <Empty title="Nothing due" text="No step is due today or in the next seven days.">
        <NoteLink href="/leads">Look through your leads</NoteLink>
      </Empty>
    );
  }
  return (
    <Empty title="Nothing due today" text={`Next: “${next.title}” for ${next.leadName}, ${next.due.words}.`}>
      <NoteLink href={`/leads/${next.leadId}?step=${next.id}`}>Prepare it now</NoteLink>
    </Empty>
  );
}
