'use client';

import { useState } from 'react';
import type { ActionResult } from '../../_lib/server/user-action.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { templateForm } from '../../_texts/templates.ts';
import { Field } from '../form/field.tsx';
import { SubmitButton } from '../form/submit-button.tsx';
import { useForm } from '../form/use-form.ts';
import { useDiscard } from '../lead/use-discard.ts';
import { Screen } from '../shell/screen.tsx';
import { Alert } from '../ui/alert.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { useToast } from '../ui/toast.tsx';
import type { TemplateFields } from './template-fields.ts';
import styles from './template-form.module.css';
import { TemplateSteps } from './template-steps.tsx';

type Props = {
  title: string;
  submitText: string;
  start: TemplateFields;
  send: (fields: TemplateFields) => Promise<ActionResult<{ key: string; message: string }>>;
  /** Told the key of the template. */
  onSaved: (key: string) => void;
  onClose: () => void;
};

/** The form for a new template and for a known one. */
export function TemplateForm({ title, submitText, start, send, onSaved, onClose }: Props) {
  const [fields, setFields] = useState(start);
  const dirty = JSON.stringify(fields) !== JSON.stringify(start);
  const toast = useToast();
  const { busy, problem, submit } = useForm(
    () => send(fields),
    ({ key, message }) => {
      toast.say(message);
      onSaved(key);
    },
  );
  const leave = useDiscard(dirty, onClose);
  useUnsaved(dirty);
  useBackButton(leave);
  const bind = (field: 'title' | 'fits') => ({
    value: fields[field],
    onChange: (value: string) => setFields({ ...fields, [field]: value }),
  });
  const ready = fields.title.trim() !== '' && fields.steps.length > 0;
  return (
    <Screen
      title={title}
      aside={
        <Button look="link" onClick={leave}>
          {templateForm.cancel}
        </Button>
      }
    >
      <form onSubmit={submit} className={styles.form} noValidate>
        <Section title={templateForm.about}>
          <Card>
            <Field
              label={templateForm.title}
              placeholder={templateForm.titleExample}
              required
              maxLength={120}
              {...bind('title')}
            />
            <Field
              label={templateForm.fits}
              placeholder={templateForm.fitsExample}
              lines={2}
              maxLength={300}
              {...bind('fits')}
            />
          </Card>
        </Section>
        <TemplateSteps fields={fields} onChange={setFields} />
        {/* Beside the button: the form is longer than a screen. */}
        {problem && <Alert>{problem}</Alert>}
        <SubmitButton text={submitText} enabled={ready && dirty} busy={busy} />
      </form>
    </Screen>
  );
}
