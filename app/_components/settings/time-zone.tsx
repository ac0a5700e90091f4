'use client';

import { useMemo } from 'react';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Section } from '../ui/section.tsx';
import { SelectRow } from './select-row.tsx';
import styles from './time-zone.module.css';

/** The zone all dates are shown and sent in; the device's own is one tap away. */
export function TimeZone({ value, onSave }: { value: string; onSave: (zone: string) => void }) {
  const device = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const zones = useMemo(
    // The set of names that browsers list lacks "UTC" and older aliases.
    () => [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), value, device])].sort(),
    [value, device],
  );
  return (
    <Section title="Time zone">
      <Card>
        <SelectRow label="Dates in" value={value} onChange={onSave}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectRow>
        {device !== value && (
          <div className={styles.device}>
            <Button look="soft" onClick={() => onSave(device)}>
              Use this device’s: {device.replaceAll('_', ' ')}
            </Button>
          </div>
        )}
      </Card>
    </Section>
  );
}
