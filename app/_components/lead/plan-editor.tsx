'use client';

import type { LeadDetail } from '#server/views/lead-view.ts';
import { draftAgainWords } from '../../_texts/pause.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useConfirm } from '../ui/confirm.tsx';
import { AddStep } from './add-step.tsx';
import { EditStep } from './edit-step.tsx';
import { EditorRow } from './editor-row.tsx';
import { FollowTemplate } from './follow-template.tsx';
import styles from './plan-editor.module.css';
import { useDraftAgain } from './use-draft-again.ts';

type Props = {
  lead: LeadDetail;
  /** The id of the step whose form is open, 'new' for the one to be added, or null. */
  form: string | null;
  onForm: (form: string | null) => void;
  onClose: () => void;
};

/** The plan being changed: each step with its acts, one form open at a time. */
export function PlanEditor({ lead, form, onForm, onClose }: Props) {
  const closeForm = () => onForm(null);
  return (
    <>
      {lead.steps.length > 0 && (
        <Card>
          <ol>
            {lead.steps.map((step, place) => (
              <EditorRow
                key={step.id}
                step={step}
                place={place}
                count={lead.steps.length}
                locked={form !== null}
                onEdit={() => onForm(step.id)}
              >
                {form === step.id && <EditStep step={step} onClose={closeForm} />}
              </EditorRow>
            ))}
          </ol>
        </Card>
      )}
      {form === 'new' && <AddStep leadId={lead.id} onClose={closeForm} />}
      {form === null && (
        <>
          <div className={styles.acts}>
            <Button look="soft" onClick={() => onForm('new')}>
              Add a step
            </Button>
            {lead.steps.length > 0 && <DraftAgain lead={lead} onDrafting={onClose} />}
            <FollowTemplate lead={lead} onDrafting={onClose} />
          </div>
          <p className={styles.hint}>
            Drafting again, or using a template, replaces the open steps. Done and skipped ones stay.
          </p>
        </>
      )}
    </>
  );
}

function DraftAgain({ lead, onDrafting }: { lead: LeadDetail; onDrafting: () => void }) {
  const { draft, busy } = useDraftAgain(lead.id);
  const confirm = useConfirm();
  async function ask(): Promise<void> {
    const yes = await confirm({
      title: 'Draft the plan again?',
      message: draftAgainWords(lead.pause !== null),
      action: 'Draft again',
    });
    if (!yes) return;
    await draft();
    onDrafting();
  }
  return (
    <Button look="soft" onClick={ask} disabled={busy}>
      Draft again
    </Button>
  );
}
