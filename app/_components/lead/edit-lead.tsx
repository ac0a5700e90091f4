'use client';

import { useState } from 'react';
import type { LeadDetail } from '#server/views/lead-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useUnsaved } from '../../_lib/use-unsaved.ts';
import { editLead } from '../../actions/leads.ts';
import { fieldsOf, sameFields } from '../form/fields.ts';
import { LeadForm } from '../form/lead-form.tsx';
import { Screen } from '../shell/screen.tsx';
import { Button } from '../ui/button.tsx';
import { LeadModel } from './lead-model.tsx';
import { useDiscard } from './use-discard.ts';

/** The lead's own data as a form. It starts from the lead and is not touched by later refreshes. */
export function EditLead({ lead, onClose }: { lead: LeadDetail; onClose: () => void }) {
  const [start] = useState(() => fieldsOf(lead));
  const [fields, setFields] = useState(start);
  const dirty = !sameFields(fields, start);
  const act = useAct();
  const leave = useDiscard(dirty, onClose);
  useUnsaved(dirty);
  useBackButton(leave);
  return (
    <Screen
      title="Edit lead"
      aside={
        <Button look="link" onClick={leave}>
          Cancel
        </Button>
      }
    >
      <LeadForm
        fields={fields}
        onChange={setFields}
        submitText="Save"
        send={() => act(editLead, { leadId: lead.id, ...fields })}
        done={onClose}
      >
        <LeadModel lead={lead} />
      </LeadForm>
    </Screen>
  );
}
