import { NoteLink } from './_components/shell/note-link.tsx';
import { NotePage } from './_components/shell/note-page.tsx';
import { SearchIcon } from './_components/ui/icons.tsx';

export default function NotFound() {
  return (
    <NotePage icon={<SearchIcon />} title="Nothing here" text="This page does not exist, or it has moved.">
      <NoteLink href="/">Go to Today</NoteLink>
    </NotePage>
  );
}
