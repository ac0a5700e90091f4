'use client';

import type { CaptureView } from '#server/views/capture-view.ts';
import { useRead } from '../../_lib/use-read.ts';
import { useWayBack } from '../../_lib/way-back.ts';
import { captureTexts, settledTexts } from '../../_texts/captures.ts';
import { NoteLink } from '../shell/note-link.tsx';
import { NotePage } from '../shell/note-page.tsx';
import { Screen } from '../shell/screen.tsx';
import { SearchIcon } from '../ui/icons.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { CaptureList } from './capture-list.tsx';
import { CaptureSettled } from './capture-settled.tsx';
import { OnePerson } from './one-person.tsx';

/** A confirm card on a page of its own: one person as a form, several as a list of forms. */
export function CaptureScreen({ captureId }: { captureId: string }) {
  const { data, error, mutate } = useRead<CaptureView>(`/api/captures/${captureId}`, {
    // What the model finds should appear as it is found; after that only acts change the card, and they ask anew.
    refreshInterval: (capture) => (capture?.reading ? 1000 : 0),
  });
  const goBack = useWayBack('/leads');
  if (error?.reason === 'not-found' || error?.reason === 'invalid') return <CaptureMissing />;
  if (!data)
    return (
      <Screen title={captureTexts.title} subtitle={captureTexts.subtitle}>
        {error ? (
          <ReadProblem error={error} onRetry={() => mutate()} />
        ) : (
          <SkeletonRows count={4} words={captureTexts.loading} />
        )}
      </Screen>
    );
  if (data.status === 'saved' || data.status === 'cancelled') return <CaptureSettled capture={data} />;
  const [only] = data.people;
  if (only && data.people.length === 1) return <OnePerson capture={data} person={only} onClose={goBack} />;
  return <CaptureList capture={data} onClose={goBack} />;
}

function CaptureMissing() {
  return (
    <NotePage icon={<SearchIcon />} title={settledTexts.missing} text={settledTexts.missingText}>
      <NoteLink href="/leads/import">{settledTexts.again}</NoteLink>
    </NotePage>
  );
}
