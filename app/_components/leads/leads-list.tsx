import type { LeadsView } from '#server/views/lead-view.ts';
import { NoteLink } from '../shell/note-link.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Section } from '../ui/section.tsx';
import { LeadRow } from './lead-row.tsx';

type Props = { view: LeadsView; filtered: boolean; onShowAll: () => void };

/** `filtered`: whether a search or a filter could be why the list is empty. */
export function LeadsList({ view, filtered, onShowAll }: Props) {
  if (view.leads.length > 0) {
    return (
      <Section title="Next first">
        <Card>
          <ul>
            {view.leads.map((lead) => (
              <LeadRow key={lead.id} lead={lead} />
            ))}
          </ul>
        </Card>
      </Section>
    );
  }
  if (filtered) {
    return (
      <Empty title="No match" text="No lead fits this search and filter.">
        <Button look="soft" onClick={onShowAll}>
          Show all leads
        </Button>
      </Empty>
    );
  }
  return (
    <Empty
      title="No leads yet"
      text="Add the first person you want to follow up with, here or by writing /add in the chat."
    >
      <NoteLink href="/leads/new">Add your first lead</NoteLink>
    </Empty>
  );
}
