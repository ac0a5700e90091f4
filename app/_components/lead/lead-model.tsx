'use client';

import type { LeadDetail } from '#server/views/lead-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useSwitch } from '../../_lib/use-switch.ts';
import { leadModelTexts } from '../../_texts/model.ts';
import { setLeadModel } from '../../actions/model.ts';
import { SwitchRow } from '../settings/switch-row.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';

/** The switch that keeps a model away from this lead; it is saved as it is tapped. */
export function LeadModel({ lead }: { lead: LeadDetail }) {
  const act = useAct();
  const [off, save] = useSwitch(lead.modelOff, (on) => act(setLeadModel, { leadId: lead.id, off: on }));
  return (
    <Section title={leadModelTexts.title}>
      <Card>
        <SwitchRow label={leadModelTexts.keepOut} hint={leadModelTexts.hint} checked={off} onChange={save} />
      </Card>
    </Section>
  );
}
