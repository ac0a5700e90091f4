'use client';

import type { SettingsView } from '#server/views/settings-view.ts';
import { weekTexts } from '../../_texts/time.ts';
import { useTimeChange } from '../time/use-time-change.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { type Country, Holidays } from './holidays.tsx';
import { HourRow } from './hour-row.tsx';
import { SwitchRow } from './switch-row.tsx';
import styles from './time-settings.module.css';
import { TimeZone } from './time-zone.tsx';
import { WorkingDays } from './working-days.tsx';

type Props = { settings: SettingsView; countries: readonly Country[] };

/** The person's time: where they are, their hours, days and holidays. What a change moves is shown before it is saved. */
export function TimeSettings({ settings, countries }: Props) {
  const { request, busy, sheet } = useTimeChange();
  const { timeZone, reminderHour, opens, closes, workingDays, countWorkingDays } = settings;
  return (
    <fieldset className={styles.plain} disabled={busy} aria-busy={busy}>
      <TimeZone value={timeZone} onSave={(zone) => request({ timeZone: zone })} />
      <Section title={weekTexts.hours}>
        <Card>
          <HourRow
            label={weekTexts.remindAt}
            value={reminderHour}
            onSave={(hour) => request({ reminderHour: hour })}
          />
          <HourRow label={weekTexts.from} value={opens} onSave={(hour) => request({ opens: hour })} />
          <HourRow
            label={weekTexts.to}
            value={closes}
            first={1}
            last={24}
            onSave={(hour) => request({ closes: hour })}
          />
        </Card>
      </Section>
      <Section title={weekTexts.days}>
        <Card>
          <WorkingDays value={workingDays} onSave={(days) => request({ workingDays: days })} />
          <SwitchRow
            label={weekTexts.count}
            hint={weekTexts.countWhy(countWorkingDays)}
            checked={countWorkingDays}
            onChange={(counts) => request({ countWorkingDays: counts })}
          />
        </Card>
      </Section>
      <Holidays
        settings={settings}
        countries={countries}
        onSave={(country) => request({ holidays: country })}
      />
      {sheet}
    </fieldset>
  );
}
