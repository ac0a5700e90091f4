'use client';

import { useRouter } from 'next/navigation';
import type { CapturedPersonView, CaptureView } from '#server/views/capture-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { captureTexts } from '../../_texts/captures.ts';
import { cancelCapture } from '../../actions/captures.ts';
import { PersonForm } from './person-form.tsx';

type Props = { capture: CaptureView; person: CapturedPersonView; onClose: () => void };

/** A card with a single person: once saved, they are looked at as a lead. */
export function OnePerson({ capture, person, onClose }: Props) {
  const router = useRouter();
  const act = useAct();
  return (
    <PersonForm
      capture={capture}
      person={person}
      title={captureTexts.title}
      subtitle={captureTexts.subtitle}
      onBack={onClose}
      onDecided={(leadId) => leadId && router.replace(`/leads/${leadId}`)}
      refusal={{
        words: captureTexts.cancel,
        send: () => act(cancelCapture, { captureId: capture.id }),
      }}
    />
  );
}
