import styles from './progress-bar.module.css';

/** How far a plan has come. Its words stand beside it, so screen readers skip the bar. */
export function ProgressBar({ settled, total }: { settled: number; total: number }) {
  const share = total === 0 ? 0 : (settled / total) * 100;
  return (
    <span className={styles.track} aria-hidden="true">
      <span className={styles.fill} style={{ width: `${share}%` }} />
    </span>
  );
}
