import type { SnoozeLength } from '#server/plans/snooze.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

const choices: Array<{ length: SnoozeLength; words: string }> = [
  { length: '1h', words: '1 hour' },
  { length: '1d', words: 'Tomorrow' },
  { length: '3d', words: 'In 3 days' },
  { length: '1w', words: 'In a week' },
];

type Props = { onChoose: (length: SnoozeLength) => void; onClose: () => void };

export function SnoozeSheet({ onChoose, onClose }: Props) {
  return (
    <Sheet title="Remind me again" onClose={onClose}>
      {choices.map(({ length, words }) => (
        <Button key={length} look="soft" onClick={() => onChoose(length)}>
          {words}
        </Button>
      ))}
    </Sheet>
  );
}
