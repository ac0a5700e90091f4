import type { SnoozeUntil } from '../../_lib/use-step-acts.ts';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';

const choices: Array<{ until: SnoozeUntil; words: string }> = [
  { until: '1h', words: '1 hour' },
  { until: '1d', words: 'Tomorrow' },
  { until: '3d', words: 'In 3 days' },
  { until: '1w', words: 'In a week' },
];

type Props = { onChoose: (until: SnoozeUntil) => void; onClose: () => void };

export function SnoozeSheet({ onChoose, onClose }: Props) {
  return (
    <Sheet title="Remind me again" onClose={onClose}>
      {choices.map(({ until, words }) => (
        <Button key={until} look="soft" onClick={() => onChoose(until)}>
          {words}
        </Button>
      ))}
    </Sheet>
  );
}
