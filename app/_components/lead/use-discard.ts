'use client';

import { useConfirm } from '../ui/confirm.tsx';

/** A way out of a form that asks first when something was typed. */
export function useDiscard(dirty: boolean, leave: () => void): () => Promise<void> {
  const confirm = useConfirm();
  return async () => {
    const question = {
      title: 'Discard changes?',
      message: 'What you typed here is not saved.',
      action: 'Discard',
    };
    if (!dirty || (await confirm(question))) leave();
  };
}
