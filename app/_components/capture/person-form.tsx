'use client';

import { useState } from 'react';
import type { CapturedPersonView, CaptureView } from '#server/views/capture-view.ts';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { captureTexts } from '../../_texts/captures.ts';
import { type LeadFields as Fields, sameFields } from '../form/fields.ts';
import { LeadFields } from '../form/lead-fields.tsx';
import { SubmitButton } from '../form/submit-button.tsx';
import { useDiscard } from '../lead/use-discard.ts';
import { Screen } from '../shell/screen.tsx';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { fieldsOfPerson } from './captured-fields.ts';
import { DuplicateNotice } from './duplicate-notice.tsx';
import styles from './person-form.module.css';
import { ReadingNotice } from './reading-notice.tsx';
import { usePersonActs } from './use-person-acts.ts';

export type PersonFormProps = {
  capture: CaptureView;
  person: CapturedPersonView;
  title: string;
  subtitle?: string;
  onBack: () => void;
  /** They are saved or merged (then with the lead's id), or not wanted. */
  onDecided: (leadId: string | null) => void;
  /** Whether what was typed can be kept without deciding. */
  keeps?: boolean;
  /** The act that says no. */
  refusal: { words: string; send: () => Promise<ActionResult<{ message: string }>> };
};

/** Somebody on a card as a form. What a model finds fills it in as long as nothing was typed. */
export function PersonForm({ title, subtitle, keeps = false, refusal, ...props }: PersonFormProps) {
  const { capture, person, onBack } = props;
  const found = fieldsOfPerson(person);
  const [typed, setTyped] = useState<Fields | null>(null);
  const fields = typed ?? found;
  const dirty = !sameFields(fields, found);
  const acts = usePersonActs(props, dirty ? fields : null);
  const leave = useDiscard(dirty, onBack);
  useUnsaved(dirty);
  useBackButton(leave);
  const { duplicate } = person;
  const main = duplicate ? captureTexts.merge(duplicate.name) : captureTexts.save;
  return (
    <Screen title={title} subtitle={subtitle} aside={<BackLink onClick={leave} />}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void (duplicate ? acts.merge(duplicate.leadId) : acts.save(true));
        }}
      >
        <ReadingNotice capture={capture} />
        {duplicate && <DuplicateNotice duplicate={duplicate} acts={acts} />}
        {acts.problem && (
          <div className={styles.problem}>
            <Alert>{acts.problem}</Alert>
          </div>
        )}
        <LeadFields fields={fields} onChange={setTyped} />
        <SubmitButton text={main} enabled={fields.name.trim() !== ''} busy={acts.busy} />
        <div className={styles.acts}>
          {!duplicate && (
            <Button look="soft" disabled={acts.busy} onClick={() => acts.save(false)}>
              {captureTexts.saveOnly}
            </Button>
          )}
          {keeps && dirty && (
            <Button look="soft" disabled={acts.busy} onClick={acts.keep}>
              {captureTexts.keep}
            </Button>
          )}
          <Button look="danger" disabled={acts.busy} onClick={() => acts.refuse(refusal.send)}>
            {refusal.words}
          </Button>
        </div>
      </form>
    </Screen>
  );
}
