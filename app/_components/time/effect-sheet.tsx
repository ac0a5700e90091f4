'use client';

import type { Keep } from '#server/plans/retime.ts';
import type { PreviewView } from '#server/views/time-preview.ts';
import { effectTexts } from '../../_texts/time.ts';
import { Button } from '../ui/button.tsx';
import { MoveList } from '../ui/move-list.tsx';
import { Sheet } from '../ui/sheet.tsx';

type Props = {
  preview: PreviewView;
  /** What stays in another zone; null when the zone stays. */
  keep: Keep | null;
  onKeep: (keep: Keep) => void;
  onSave: () => void;
  onClose: () => void;
};

/** What a change moves, before it is saved: each reminder with its old and its new time. */
export function EffectSheet({ preview, keep, onKeep, onSave, onClose }: Props) {
  const other = keep === 'wall' ? 'moment' : 'wall';
  const { zones } = preview;
  const moves = preview.moves.map(({ from, to, ...move }) => ({
    ...move,
    from: effectTexts.at(from, zones?.from),
    to: effectTexts.at(to, zones?.to),
  }));
  return (
    <Sheet
      title={effectTexts.title(moves.length)}
      text={keep === null ? undefined : effectTexts[keep]}
      onClose={onClose}
    >
      <MoveList moves={moves} />
      <Button onClick={onSave}>{effectTexts.save}</Button>
      {keep !== null && (
        <Button look="soft" onClick={() => onKeep(other)}>
          {other === 'wall' ? effectTexts.keepWall : effectTexts.keepMoment}
        </Button>
      )}
      <Button look="soft" onClick={onClose}>
        {effectTexts.cancel}
      </Button>
    </Sheet>
  );
}
