'use client';

import type { CapturedPersonView, CaptureView } from '#server/views/capture-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { captureTexts } from '../../_texts/captures.ts';
import { leaveOut } from '../../actions/captures.ts';
import { PersonForm } from './person-form.tsx';

type Props = { capture: CaptureView; person: CapturedPersonView; onClose: () => void };

/** One of several people on a card; once decided about, the list is back. */
export function PersonOfMany({ capture, person, onClose }: Props) {
  const act = useAct();
  const { id: captureId } = capture;
  return (
    <PersonForm
      capture={capture}
      person={person}
      title={person.name || captureTexts.unnamed}
      onBack={onClose}
      onDecided={onClose}
      keeps
      refusal={{
        words: captureTexts.leaveOut,
        send: () => act(leaveOut, { captureId, place: person.place }),
      }}
    />
  );
}
