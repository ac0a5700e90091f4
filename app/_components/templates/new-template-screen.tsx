'use client';

import { useRouter } from 'next/navigation';
import { useAct } from '../../_lib/use-act.ts';
import { templateForm } from '../../_texts/templates.ts';
import { createTemplate } from '../../actions/templates.ts';
import { noTemplate, toInput } from './template-fields.ts';
import { TemplateForm } from './template-form.tsx';

export function NewTemplateScreen() {
  const router = useRouter();
  const act = useAct();
  return (
    <TemplateForm
      title={templateForm.newTitle}
      submitText={templateForm.create}
      start={noTemplate}
      send={(fields) => act(createTemplate, toInput(fields))}
      onSaved={(key) => router.replace(`/templates/${key}`)}
      onClose={() => router.replace('/templates')}
    />
  );
}
