'use client';

import type { CaptureView } from '#server/views/capture-view.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useWayBack } from '../../_lib/way-back.ts';
import { settledTexts as texts } from '../../_texts/captures.ts';
import { NoteLink } from '../shell/note-link.tsx';
import { NotePage } from '../shell/note-page.tsx';
import { CheckMark, LeadsIcon, MinusMark } from '../ui/icons.tsx';

/** What became of a card that needs nobody any more, with the way on. */
export function CaptureSettled({ capture }: { capture: CaptureView }) {
  useBackButton(useWayBack('/leads'));
  const { people, status, counts, added } = capture;
  const [only] = people;
  if (status === 'cancelled')
    return (
      <NotePage icon={<MinusMark />} title={texts.cancelled} text={texts.cancelledText}>
        <NoteLink href="/leads/import">{texts.again}</NoteLink>
      </NotePage>
    );
  if (people.length === 1 && only?.leadId) {
    const merged = only.state === 'merged';
    return (
      <NotePage
        icon={<CheckMark />}
        title={merged ? texts.merged(only.name) : texts.saved(only.name)}
        text={merged ? texts.mergedText(added) : texts.savedText}
      >
        <NoteLink href={`/leads/${only.leadId}`}>{texts.openLead(only.name)}</NoteLink>
      </NotePage>
    );
  }
  return (
    <NotePage icon={<LeadsIcon />} title={texts.many} text={texts.manyText(counts)}>
      <NoteLink href="/leads">{texts.openLeads}</NoteLink>
    </NotePage>
  );
}
