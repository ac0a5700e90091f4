'use client';

import type { SettingsPage } from '#server/views/settings-view.ts';
import { useAct } from '../../_lib/use-act.ts';
import { useRead } from '../../_lib/use-read.ts';
import { useRefresh } from '../../_lib/use-refresh.ts';
import { saveSettings } from '../../actions.ts';
import { HeldBanner } from '../shell/held-banner.tsx';
import { Screen } from '../shell/screen.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { useToast } from '../ui/toast.tsx';
import { Delivery } from './delivery.tsx';
import { ReminderHour } from './reminder-hour.tsx';
import styles from './settings-screen.module.css';
import { SettingsSkeleton } from './settings-skeleton.tsx';
import { TimeZone } from './time-zone.tsx';

export function SettingsScreen({ version }: { version: string }) {
  const { data, error, mutate } = useRead<SettingsPage>('/api/settings');
  const act = useAct();
  const toast = useToast();
  const refresh = useRefresh();

  async function save(change: { timeZone?: string; reminderHour?: number }): Promise<void> {
    if (data) void mutate({ ...data, ...change }, { revalidate: false });
    const result = await act(saveSettings, change);
    if (result.ok) toast.say(result.message);
    else toast.warn(result.message);
    void refresh();
  }

  return (
    <Screen title="Settings" subtitle="When and how you are reminded" tabs>
      {data && <HeldBanner held={data.held} />}
      {data && <TimeZone value={data.timeZone} onSave={(timeZone) => save({ timeZone })} />}
      {data && <ReminderHour value={data.reminderHour} onSave={(reminderHour) => save({ reminderHour })} />}
      {data && <Delivery settings={data} outdated={error !== undefined} />}
      {!data && !error && <SettingsSkeleton />}
      {!data && error && <ReadProblem error={error} onRetry={() => mutate()} />}
      <p className={styles.about}>
        Followthrough {version} · open source, MIT licence
        <br />
        Your leads stay on the server that runs this bot.
      </p>
    </Screen>
  );
}
