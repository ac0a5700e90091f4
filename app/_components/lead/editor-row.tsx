'use client';

import type { ReactNode } from 'react';
import type { StepView } from '#server/views/step-view.ts';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { settledWords } from '../../_lib/step-words.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { moveStep, removeStep } from '../../actions/steps.ts';
import { useConfirm } from '../ui/confirm.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { BinIcon, DownIcon, PencilIcon, UpIcon } from '../ui/icons.tsx';
import { useToast } from '../ui/toast.tsx';
import styles from './editor-row.module.css';

type Props = {
  step: StepView;
  place: number;
  count: number;
  /** While a form is open elsewhere in the plan. */
  locked: boolean;
  onEdit: () => void;
  children: ReactNode;
};

/** A step with its four acts. `children` is its form while that is open, which then stands in its place. */
export function EditorRow({ step, place, count, locked, onEdit, children }: Props) {
  const act = useAct();
  const confirm = useConfirm();
  const toast = useToast();
  const refresh = useRefresh();

  async function settle(answer: Promise<ActionResult<object>>): Promise<void> {
    haptic('tap');
    const result = await answer;
    if (!result.ok) toast.warn(result.message);
    await refresh();
  }
  const move = (to: number) => settle(act(moveStep, { stepId: step.id, to }));
  async function remove(): Promise<void> {
    const question = {
      title: 'Remove this step?',
      message: `“${step.title}” and its reminder go.`,
      action: 'Remove',
    };
    if (await confirm(question)) await settle(act(removeStep, { stepId: step.id }));
  }

  if (children) return <li className={styles.row}>{children}</li>;
  return (
    <li className={styles.row}>
      <p className={styles.title}>{step.title}</p>
      <p className={styles.when}>{settledWords(step) ?? step.due?.words ?? step.dueWhy}</p>
      <div className={styles.acts}>
        <IconButton
          label={`Move “${step.title}” up`}
          disabled={locked || place === 0}
          onClick={() => move(place - 1)}
        >
          <UpIcon />
        </IconButton>
        <IconButton
          label={`Move “${step.title}” down`}
          disabled={locked || place === count - 1}
          onClick={() => move(place + 1)}
        >
          <DownIcon />
        </IconButton>
        <IconButton label={`Edit “${step.title}”`} disabled={locked} onClick={onEdit}>
          <PencilIcon />
        </IconButton>
        <IconButton label={`Remove “${step.title}”`} disabled={locked} danger onClick={remove}>
          <BinIcon />
        </IconButton>
      </div>
    </li>
  );
}
