import { Section } from '../ui/section.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import styles from './lead-read.module.css';

export function LeadSkeleton() {
  return (
    <>
      <SkeletonRows count={1} words="Loading this lead" large />
      <div className={styles.progressGap}>
        <Section title="Plan">
          <SkeletonRows count={5} words="Loading the plan" />
        </Section>
      </div>
    </>
  );
}
