'use client';

import { useState } from 'react';
import type { TemplateView } from '#server/views/template-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { templateForm } from '../../_texts/templates.ts';
import { saveTemplate } from '../../actions/templates.ts';
import { templateFields, toInput } from './template-fields.ts';
import { TemplateForm } from './template-form.tsx';

/** A template as a form. It starts from the template and is not touched by later refreshes. */
export function EditTemplate({ template, onClose }: { template: TemplateView; onClose: () => void }) {
  const [start] = useState(() => templateFields(template));
  const act = useAct();
  return (
    <TemplateForm
      title={templateForm.editTitle}
      submitText={templateForm.save}
      start={start}
      send={(fields) => act(saveTemplate, { key: template.key, ...toInput(fields) })}
      onSaved={onClose}
      onClose={onClose}
    />
  );
}
