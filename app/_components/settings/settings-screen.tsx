'use client';

import type { SettingsPage } from '#server/views/settings-view.ts';
import { useRead } from '../../_lib/use-read.ts';
import { HeldBanner } from '../shell/held-banner.tsx';
import { Screen } from '../shell/screen.tsx';
import { ZoneBanner } from '../time/zone-banner.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { Away } from './away.tsx';
import { Briefings } from './briefings.tsx';
import { DeletedLeads } from './deleted-leads.tsx';
import { Delivery } from './delivery.tsx';
import type { Country } from './holidays.tsx';
import { ModelSection } from './model-section.tsx';
import { PlaybookCard } from './playbook-card.tsx';
import styles from './settings-screen.module.css';
import { SettingsSkeleton } from './settings-skeleton.tsx';
import { TemplatesLink } from './templates-link.tsx';
import { TimeSettings } from './time-settings.tsx';

type Props = { version: string; countries: readonly Country[] };

export function SettingsScreen({ version, countries }: Props) {
  const { data, error, mutate } = useRead<SettingsPage>('/api/settings');

  return (
    <Screen title="Settings" subtitle="Your reminders, and how plans are written" tabs>
      {data && <HeldBanner held={data.held} />}
      {data && <ZoneBanner zone={data.zone} canChange />}
      {data && <TimeSettings settings={data} countries={countries} />}
      {data && <Away key={`${data.away?.from} ${data.away?.until}`} value={data.away} />}
      {data && <Briefings hours={data.briefings} reminderHour={data.reminderHour} />}
      {data && <PlaybookCard playbook={data.playbook} hasModel={data.model.name !== null} />}
      {data && <TemplatesLink />}
      {data && <ModelSection model={data.model} />}
      {data && <DeletedLeads leads={data.bin} />}
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
