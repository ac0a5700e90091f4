'use client';

import type { TodayStep, TodayView } from '#server/views/lead-view.ts';
import type { TodayPage } from '#server/views/today.ts';
import { useRead } from '../../_lib/use-read.ts';
import { HeldBanner } from '../shell/held-banner.tsx';
import { Screen } from '../shell/screen.tsx';
import { ZoneBanner } from '../time/zone-banner.tsx';
import { ProgressRing } from '../ui/progress-ring.tsx';
import { ReadProblem } from '../ui/read-problem.tsx';
import { Section } from '../ui/section.tsx';
import { Bone, SkeletonRows } from '../ui/skeleton.tsx';
import { SnoozedGroup } from './snoozed-group.tsx';
import { StepGroup } from './step-group.tsx';
import { NothingDue, Welcome } from './today-empty.tsx';
import { WaitingGroup } from './waiting-group.tsx';

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
      <ZoneBanner zone={data.zone} />
      {data.leadCount === 0 ? <Welcome /> : <Groups today={data} />}
    </Screen>
  );
}

// What is snoozed stands in its own list until it comes back.
const awake = (steps: TodayStep[]) => steps.filter((step) => !step.snoozed);

function Groups({ today: page }: { today: TodayPage }) {
  const [overdue, today, soon] = [awake(page.overdue), awake(page.today), awake(page.soon)];
  const nothingDue = overdue.length + today.length === 0;
  return (
    <>
      {nothingDue && <NothingDue next={soon[0] ?? null} />}
      <StepGroup title="Overdue" late steps={overdue} />
      <StepGroup title="Today" steps={today} />
      <StepGroup title="Next 7 days" steps={soon} />
      <SnoozedGroup steps={page.snoozed} />
      <WaitingGroup waiting={page.waiting} />
    </>
  );
}

function subtitleOf({ dateWords, settled, total }: TodayView): string {
  return total > 0 ? `${dateWords} · ${settled} of ${total} done` : dateWords;
}

function ringOf({ settled, total }: TodayView) {
  return total > 0 ? <ProgressRing settled={settled} total={total} /> : null;
}
