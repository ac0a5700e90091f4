'use client';

import { useSyncExternalStore } from 'react';
import { hasBackButton } from '../../_lib/telegram.ts';
import { Button } from '../ui/button.tsx';

const never = () => () => undefined;

/** The way back where Telegram shows no button of its own for it. */
export function BackLink({ onBack }: { onBack: () => void }) {
  const native = useSyncExternalStore(never, hasBackButton, () => true);
  if (native) return null;
  return (
    <Button look="link" onClick={onBack}>
      ‹ Back
    </Button>
  );
}
