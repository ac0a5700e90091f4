'use client';

import { type FormEvent, useState } from 'react';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { rewordTexts } from '../../_texts/proposals.ts';
import { restoreDraft, rewordStep } from '../../actions/proposals.ts';
import { Field } from '../form/field.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './reword-sheet.module.css';

type Props = { stepId: string; writes: boolean; back: boolean; onClose: () => void };

/** How another draft should be, and the way back to the one before. A refusal stays in the sheet. */
export function RewordSheet({ stepId, writes, back, onClose }: Props) {
  const [own, setOwn] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();

  async function finish(asked: ReturnType<typeof restoreDraft>): Promise<void> {
    setBusy(true);
    haptic('tap');
    const result = await asked;
    setBusy(false);
    if (!result.ok) return setProblem(result.message);
    toast.say(result.message);
    onClose();
    void refresh();
  }
  const write = (wish: string) => finish(act(rewordStep, { stepId, wish }));
  function submit(form: FormEvent): void {
    form.preventDefault();
    if (own.trim()) void write(own);
  }

  return (
    <Sheet title={rewordTexts.title} onClose={onClose}>
      {problem && <Alert>{problem}</Alert>}
      {writes && (
        <>
          <div className={styles.wishes}>
            {rewordTexts.wishes.map(({ wish, words }) => (
              <Button key={wish} look="soft" disabled={busy} onClick={() => write(wish)}>
                {words}
              </Button>
            ))}
          </div>
          <form onSubmit={submit} className={styles.form}>
            <Field
              label={rewordTexts.own}
              placeholder={rewordTexts.example}
              maxLength={500}
              value={own}
              onChange={setOwn}
            />
            <Button type="submit" disabled={busy || !own.trim()}>
              {rewordTexts.write}
            </Button>
          </form>
        </>
      )}
      {back && (
        <Button look="soft" disabled={busy} onClick={() => finish(act(restoreDraft, { stepId }))}>
          {rewordTexts.back}
        </Button>
      )}
      <Button look="soft" onClick={onClose}>
        {rewordTexts.cancel}
      </Button>
    </Sheet>
  );
}
