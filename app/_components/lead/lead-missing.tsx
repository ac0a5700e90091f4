import { NoteLink } from '../shell/note-link.tsx';
import { NotePage } from '../shell/note-page.tsx';
import { SearchIcon } from '../ui/icons.tsx';

/** For a deleted lead, a mistyped link and another person's lead alike. */
export function LeadMissing() {
  return (
    <NotePage
      icon={<SearchIcon />}
      title="This lead is not here"
      text="It may have been deleted, or the link is not one of yours."
    >
      <NoteLink href="/leads">Go to your leads</NoteLink>
    </NotePage>
  );
}
