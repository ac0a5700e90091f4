'use client';

import type { TodayView } from '#server/views/lead-view.ts';
import type { TodayPage } from '#server/views/today.ts';
import { useRead } from '../../_lib/use-read.ts';
import { HeldBanner } from '../shell/held-banner.tsx';
import { Screen } from '../shell/screen.tsx';
import { ProgressRing } from '../ui/progress-ring.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { Section } from '../ui/section.tsx';
import { Bone, SkeletonRows } from '../ui/skeleton.tsx';
import { StepGroup } from './step-group.tsx';
import { NothingDue, Welcome } from './today-empty.tsx';

/** What to do now across all leads, then what comes. */
export function TodayScreen() {
  const { data, error, mutate } = useRead<TodayPage>('/api/today');
  if (!data) {
    return (
      <Screen title="Today" subtitle={error ? undefined : <Bone size="m" />} tabs>
        {error ? (
          <ReadProblem error={error} onRetry={() => mutate()} />
        ) : (
          <Section title="Today">
            <SkeletonRows count={4} words="Loading what is due" />
          </Section>
        )}
      </Screen>
    );
  }
  return (
    <Screen title="Today" subtitle={subtitleOf(data)} aside={ringOf(data)} tabs>
      <HeldBanner held={data.held} />
      {data.leadCount === 0 ? <Welcome /> : <Groups today={data} />}
    </Screen>
  );
}

function Groups({ today }: { today: TodayView }) {
  const nothingDue = today.overdue.length + today.today.length === 0;
  return (
    <>
      {nothingDue && <NothingDue next={today.soon.find((step) => !step.snoozed) ?? null} />}
      <StepGroup title="Overdue" late steps={today.overdue} />
      <StepGroup title="Today" steps={today.today} />
      <StepGroup title="Next 7 days" steps={today.soon} />
    </>
  );
}

function subtitleOf({ dateWords, settled, total }: TodayView): string {
  return total > 0 ? `${dateWords} · ${settled} of ${total} done` : dateWords;
}

function ringOf({ settled, total }: TodayView) {
  return total > 0 ? <ProgressRing settled={settled} total={total} /> : null;
}
