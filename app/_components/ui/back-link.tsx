'use client';

import { useSyncExternalStore } from 'react';
import { hasBackButton } from '../../_lib/telegram.ts';
import { Button } from './button.tsx';

const never = () => () => undefined;

/** The way back, where the client has no back button of its own. */
export function BackLink({ onClick }: { onClick: () => void }) {
  const native = useSyncExternalStore(never, hasBackButton, () => true);
  if (native) return null;
  return (
    <Button look="link" onClick={onClick}>
      ‹ Back
    </Button>
  );
}
