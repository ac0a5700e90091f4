'use client';

import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { askInPopup, type Question } from '../../_lib/telegram.ts';
import { Button } from './button.tsx';
import { Sheet } from './sheet.tsx';

/** Resolves to whether the person said yes. */
type Confirm = (question: Question) => Promise<boolean>;

const ConfirmContext = createContext<Confirm | null>(null);

export function useConfirm(): Confirm {
  const confirm = useContext(ConfirmContext);
  if (!confirm) throw new Error('useConfirm needs a ConfirmProvider around it');
  return confirm;
}

/** Asks before something is lost: in Telegram's popup where there is one, in a sheet of our own elsewhere. */
export function ConfirmProvider({ children }: { children: ReactNode }) {
  const [asked, setAsked] = useState<{ question: Question; answer: (yes: boolean) => void } | null>(null);
  const confirm = useCallback(async (question: Question) => {
    const inPopup = await askInPopup(question);
    return inPopup ?? new Promise<boolean>((resolve) => setAsked({ question, answer: resolve }));
  }, []);
  const answer = useCallback(
    (yes: boolean) => {
      asked?.answer(yes);
      setAsked(null);
    },
    [asked],
  );
  const refuse = useCallback(() => answer(false), [answer]);
  return (
    <ConfirmContext value={confirm}>
      {children}
      {asked && (
        <Sheet title={asked.question.title} text={asked.question.message} onClose={refuse}>
          <Button look="danger" onClick={() => answer(true)}>
            {asked.question.action}
          </Button>
          <Button look="soft" onClick={refuse}>
            Cancel
          </Button>
        </Sheet>
      )}
    </ConfirmContext>
  );
}
