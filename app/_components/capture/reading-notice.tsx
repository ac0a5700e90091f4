import type { CaptureView } from '#server/views/capture-view.ts';
import { captureTexts } from '../../_texts/captures.ts';
import { Notice } from '../ui/notice.tsx';

const { reading } = captureTexts;

/** What the model does with the card at this moment, or why it could not. */
export function ReadingNotice({ capture }: { capture: CaptureView }) {
  const { source, failure } = capture;
  if (capture.reading) {
    const words = source === 'photo' || source === 'voice' ? reading[source] : reading.text;
    return (
      <div role="status">
        <Notice label={captureTexts.readingLabel}>{words}</Notice>
      </div>
    );
  }
  return failure && <Notice label={captureTexts.failureLabel}>{captureTexts.failures[failure]}</Notice>;
}
