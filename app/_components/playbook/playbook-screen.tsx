'use client';

import type { SettingsPage } from '#server/views/settings-view.ts';
import { useBackButton } from '../../_lib/use-back-button.ts';
import { useRead } from '../../_lib/use-read.ts';
import { useWayBack } from '../../_lib/way-back.ts';
import { playbookTexts } from '../../_texts/playbook.ts';
import { Screen } from '../shell/screen.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { PlaybookForm } from './playbook-form.tsx';

/** The playbook on a page of its own. */
export function PlaybookScreen() {
  const { data, error, mutate } = useRead<SettingsPage>('/api/settings');
  const goBack = useWayBack('/settings');
  useBackButton(goBack);
  if (data) return <PlaybookForm saved={data.playbook} onClose={goBack} />;
  return (
    <Screen title={playbookTexts.title} subtitle={playbookTexts.subtitle}>
      {error ? (
        <ReadProblem error={error} onRetry={() => mutate()} />
      ) : (
        <SkeletonRows count={4} words="Loading your playbook" />
      )}
    </Screen>
  );
}
