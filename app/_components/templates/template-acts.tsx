'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { TemplateView } from '#server/views/template-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { templateTexts } from '../../_texts/templates.ts';
import { copyTemplate, removeTemplate } from '../../actions/templates.ts';
import { Button } from '../ui/button.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './template-acts.module.css';

type Props = { template: TemplateView; onEdit: () => void; onGone: () => void };

const questions = {
  own: { title: templateTexts.removeTitle, message: templateTexts.removeText, action: templateTexts.remove },
  edited: { title: templateTexts.resetTitle, message: templateTexts.resetText, action: templateTexts.reset },
};

/** What can be done with a template: edit, copy; delete one's own, or take back what was edited. */
export function TemplateActs({ template, onEdit, onGone }: Props) {
  const { key, origin } = template;
  const [busy, setBusy] = useState(false);
  const router = useRouter();
  const act = useAct();
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();

  async function copy(): Promise<void> {
    setBusy(true);
    const result = await act(copyTemplate, { key });
    setBusy(false);
    if (!result.ok) return toast.warn(result.message);
    toast.say(result.message);
    router.replace(`/templates/${result.key}`);
  }

  async function remove(): Promise<void> {
    if (origin === 'built-in' || !(await confirm(questions[origin]))) return;
    const result = await act(removeTemplate, { key });
    if (!result.ok) return toast.warn(result.message);
    toast.say(origin === 'own' ? templateTexts.removed : templateTexts.wasReset);
    // First away: what is gone is not to be asked for again.
    if (origin === 'own') onGone();
    else await refresh();
  }

  return (
    <div className={styles.acts}>
      <Button look="soft" onClick={onEdit}>
        {templateTexts.edit}
      </Button>
      <Button look="soft" onClick={copy} disabled={busy}>
        {templateTexts.copy}
      </Button>
      {origin !== 'built-in' && (
        <Button look="danger" onClick={remove}>
          {questions[origin].action}
        </Button>
      )}
    </div>
  );
}
