'use client';

import { useState } from 'react';
import type { BriefingKind } from '#server/briefings/next.ts';
import type { BriefingHours } from '#server/briefings/queries.ts';
import { haptic } from '../../_lib/telegram.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { briefingTexts } from '../../_texts/briefings.ts';
import { setBriefing } from '../../actions/briefings.ts';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { useToast } from '../ui/toast.tsx';
import { HourRow } from './hour-row.tsx';
import { SwitchRow } from './switch-row.tsx';

const kinds: BriefingKind[] = ['morning', 'evening', 'weekly'];

type Props = { hours: BriefingHours; reminderHour: number };

/** The messages that come by the clock: each on or off, and at which hour. */
export function Briefings({ hours, reminderHour }: Props) {
  const { shown, save } = useBriefings(hours);
  const firstHours: Record<BriefingKind, number> = { morning: reminderHour, evening: 18, weekly: 18 };
  return (
    <Section title={briefingTexts.title}>
      <Card>
        {kinds.map((kind) => {
          const hour = shown[kind];
          return (
            <div key={kind}>
              <SwitchRow
                {...briefingTexts.kinds[kind]}
                checked={hour !== null}
                onChange={(on) => save(kind, on ? firstHours[kind] : null)}
              />
              {hour !== null && (
                <HourRow label={briefingTexts.at} value={hour} onSave={(other) => save(kind, other)} />
              )}
            </div>
          );
        })}
      </Card>
    </Section>
  );
}

/** What was chosen shows at once; a refusal puts it back. */
function useBriefings(hours: BriefingHours) {
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();
  const [chosen, setChosen] = useState<Partial<BriefingHours>>({});

  async function save(kind: BriefingKind, hour: number | null): Promise<void> {
    setChosen((before) => ({ ...before, [kind]: hour }));
    const result = await act(setBriefing, { kind, hour });
    if (result.ok) {
      haptic('success');
      toast.say(result.message);
    } else toast.warn(result.message);
    await refresh();
    setChosen(({ [kind]: _, ...others }) => others);
  }

  return { shown: { ...hours, ...chosen }, save };
}
