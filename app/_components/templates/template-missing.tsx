import { templateTexts } from '../../_texts/templates.ts';
import { NoteLink } from '../shell/note-link.tsx';
import { NotePage } from '../shell/note-page.tsx';
import { SearchIcon } from '../ui/icons.tsx';

/** For a deleted template, a mistyped link and another person's template alike. */
export function TemplateMissing() {
  return (
    <NotePage icon={<SearchIcon />} title={templateTexts.missingTitle} text={templateTexts.missingText}>
      <NoteLink href="/templates">{templateTexts.toList}</NoteLink>
    </NotePage>
  );
}
