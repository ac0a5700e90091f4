'use client';

import { useRouter } from 'next/navigation';
import { useAct } from '../../_lib/use-act.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { createLead } from '../../actions/leads.ts';
import { ImportLink } from '../capture/import-link.tsx';
import { Screen } from '../shell/screen.tsx';
import { noFields, sameFields } from './fields.ts';
import { useKeptDraft } from './kept-draft.ts';
import { LeadForm } from './lead-form.tsx';

export function NewLeadScreen() {
  const router = useRouter();
  const act = useAct();
  const [fields, setFields] = useKeptDraft();
  useUnsaved(!sameFields(fields, noFields));
  return (
    <Screen title="New lead" subtitle="A plan with drafts follows in a moment" aside={<ImportLink />} tabs>
      <LeadForm
        fields={fields}
        onChange={setFields}
        submitText="Add lead"
        send={() => act(createLead, fields)}
        done={({ leadId }) => {
          setFields(noFields);
          router.replace(`/leads/${leadId}`);
        }}
      />
    </Screen>
  );
}
