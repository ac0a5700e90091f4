'use client';

import { useState } from 'react';
import type { Playbook } from '#server/playbook/playbook.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { playbookTexts } from '../../_texts/playbook.ts';
import { savePlaybook } from '../../actions/playbook.ts';
import { useKept } from '../form/kept-draft.ts';
import { SubmitButton } from '../form/submit-button.tsx';
import { useForm } from '../form/use-form.ts';
import { useDiscard } from '../lead/use-discard.ts';
import { Screen } from '../shell/screen.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { useToast } from '../ui/toast.tsx';
import { PlaybookExamples } from './playbook-examples.tsx';
import { PlaybookFields } from './playbook-fields.tsx';

/** The playbook as a form. It starts from what is saved and is not touched by later refreshes. */
export function PlaybookForm({ saved, onClose }: { saved: Playbook; onClose: () => void }) {
  const [start] = useState(saved);
  const [fields, setFields] = useKept('followthrough/playbook', start);
  const dirty = JSON.stringify(fields) !== JSON.stringify(start);
  const toast = useToast();
  const act = useAct();
  const close = () => {
    setFields(start);
    onClose();
  };
  const leave = useDiscard(dirty, close);
  const { busy, problem, submit } = useForm(
    () => act(savePlaybook, fields),
    ({ message }) => {
      toast.say(message);
      close();
    },
  );
  useUnsaved(dirty);
  useBackButton(leave);
  return (
    <Screen
      title={playbookTexts.title}
      subtitle={playbookTexts.subtitle}
      aside={
        <Button look="link" onClick={leave}>
          Cancel
        </Button>
      }
    >
      <form onSubmit={submit} noValidate>
        {problem && <Alert>{problem}</Alert>}
        <PlaybookFields fields={fields} onChange={setFields} />
        <PlaybookExamples
          examples={fields.examples}
          onChange={(examples) => setFields({ ...fields, examples })}
        />
        <SubmitButton text={playbookTexts.save} enabled={dirty} busy={busy} />
      </form>
    </Screen>
  );
}
