'use client';

import { useRouter } from 'next/navigation';
import { useAct } from '../../_lib/use-act.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { useWayBack } from '../../_lib/way-back.ts';
import { importTexts } from '../../_texts/imports.ts';
import { importText } from '../../actions/imports.ts';
import { Field } from '../form/field.tsx';
import { useKept } from '../form/kept-draft.ts';
import { SubmitButton } from '../form/submit-button.tsx';
import { useForm } from '../form/use-form.ts';
import { Screen } from '../shell/screen.tsx';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { ImportFile } from './import-file.tsx';

const nothing = { text: '' };

/** A pasted text or a file, to be read and confirmed. */
export function ImportScreen() {
  const router = useRouter();
  const act = useAct();
  const [fields, setFields] = useKept('followthrough/import', nothing);
  const goBack = useWayBack('/leads');
  useBackButton(goBack);
  useUnsaved(fields.text !== '');
  const show = ({ captureId }: { captureId: string }) => router.replace(`/captures/${captureId}`);
  const { busy, problem, submit } = useForm(
    () => act(importText, fields),
    (result) => {
      setFields(nothing);
      show(result);
    },
  );
  return (
    <Screen title={importTexts.title} subtitle={importTexts.subtitle} aside={<BackLink onClick={goBack} />}>
      <form onSubmit={submit} noValidate>
        {problem && <Alert>{problem}</Alert>}
        <Section title={importTexts.pasteTitle}>
          <Card>
            <Field
              label={importTexts.paste}
              placeholder={importTexts.pastePlaceholder}
              lines={6}
              maxLength={20_000}
              value={fields.text}
              onChange={(text) => setFields({ text })}
            />
          </Card>
        </Section>
        <SubmitButton text={importTexts.read} enabled={fields.text.trim() !== ''} busy={busy} />
      </form>
      <ImportFile onRead={show} />
    </Screen>
  );
}
