import { Section } from '../ui/section.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';

/** Stands where the settings and the next reminders will be. */
export function SettingsSkeleton() {
  return (
    <>
      <Section title="Time zone">
        <SkeletonRows count={1} words="Loading your time zone" />
      </Section>
      <Section title="Reminders">
        <SkeletonRows count={1} words="Loading your reminder hour" />
      </Section>
      <Section title="Your next reminders">
        <SkeletonRows count={5} words="Loading your next reminders" />
      </Section>
    </>
  );
}
